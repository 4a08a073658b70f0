# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""Many hosts in one process, without Open vSwitch: each speaks OVSDB (RFC 7047) and OpenFlow 1.3 over TCP as far as
TenantNet asks. Flows are kept as they came and read back; nothing is switched.

fakes.py HOSTS PORTS CONTROLLER RESULT
HOSTS       how many; host n connects from 127.1.(n / 200).(n % 200 + 1), since the OVSDB plugin tells hosts by address
PORTS       how many interfaces there are: number p on host p % HOSTS, with iface-id PPPPPPPP-0000-4000-8000-00000000000e
CONTROLLER  its address, as seen from here
RESULT      a file that says as JSON, some times a second, what the switches hold and were sent
"""
import asyncio
import json
import os
import struct
import sys
import uuid

SCHEMA = "/usr/share/openvswitch/vswitch.ovsschema"
HEADER = struct.Struct("!BBHI")
FLOW_MOD = struct.Struct("!QQBBHHHIIIHxx")
LARGEST = 60_000


# After so many seconds of silence ovsdb-server asks whether the controller is there (ovs-vswitchd.conf.db(5), inactivity_probe).
PROBE = 5


class Count:
    switches = flow_mods = barriers = errors = 0
    tables = []


def row_id(host, what):
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{host}/{what}"))


def mapping(entries):
    return ["map", [[key, value] for key, value in entries.items()]]


def references(ids):
    return ["set", [["uuid", one] for one in ids]]


def default(column):
    kind = column["type"]
    if isinstance(kind, str):
        return {"string": "", "integer": 0, "real": 0.0, "boolean": False, "uuid": ["uuid", str(uuid.UUID(int=0))]}[kind]
    if "value" in kind:
        return ["map", []]
    if kind.get("min", 1) == 0 or kind.get("max", 1) != 1:
        return ["set", []]
    key = kind["key"]
    return default({"type": key if isinstance(key, str) else key["type"]})


class Host:
    def __init__(self, number, hosts, ports, controller, schema):
        self.number, self.controller, self.schema = number, controller, schema
        self.source = f"127.1.{number // 200}.{number % 200 + 1}"
        self.flows, self.meters = {}, {}
        self.monitors, self.notices, self.switch = {}, [], None
        Count.tables.append(self.flows)
        self.rows = self.database([port for port in range(ports) if port % hosts == number])

    def database(self, ports):
        stamp = mapping({"tenantnet": "true"})
        names = {"br-int": (65534, "internal", ["set", []], ["map", []]),
                 "tn-vxlan": (1, "vxlan", mapping({"key": "flow", "remote_ip": "flow", "local_ip": self.tunnel(),
                                                       "tos": "inherit"}), stamp)}
        for index, port in enumerate(ports):
            names[f"tap{port}"] = (10 + index, "internal", ["map", []],
                                   mapping({"iface-id": f"{port:08d}-0000-4000-8000-00000000000e"}))
        interfaces = {}
        bridge_ports = {}
        for name, (ofport, kind, options, ids) in names.items():
            interface = row_id(self.number, "i" + name)
            interfaces[interface] = {"name": name, "type": kind, "ofport": ofport, "external_ids": ids,
                                     "options": options if options[0] == "map" else ["map", []]}
            bridge_ports[row_id(self.number, "p" + name)] = {"name": name, "interfaces": ["uuid", interface],
                                                             "external_ids": stamp if name == "tn-vxlan" else ["map", []]}
        controller, bridge, manager = (row_id(self.number, what) for what in ("controller", "bridge", "manager"))
        return {
            "Open_vSwitch": {row_id(self.number, "root"): {
                "ovs_version": "3.1.0", "bridges": ["uuid", bridge], "manager_options": ["uuid", manager],
                "datapath_types": "netdev",
                "external_ids": mapping({"system-id": f"98000000-0000-4000-8000-{self.number:012d}",
                                         "hostname": f"fake{self.number}"}),
                "other_config": mapping({"local_ip": self.tunnel()})}},
            "Manager": {manager: {"target": f"tcp:{self.controller}:6640"}},
            "Controller": {controller: {"target": f"tcp:{self.controller}:6653", "is_connected": True,
                                        "connection_mode": "out-of-band", "external_ids": stamp}},
            "Bridge": {bridge: {"name": "br-int", "datapath_id": f"{self.datapath():016x}", "datapath_type": "netdev",
                                "fail_mode": "secure", "protocols": ["set", ["OpenFlow10", "OpenFlow13"]],
                                "controller": ["uuid", controller], "ports": references(bridge_ports),
                                "other_config": mapping({"disable-in-band": "true"})}},
            "Port": bridge_ports,
            "Interface": interfaces}

    def tunnel(self):
        return f"10.97.{self.number // 200}.{self.number % 200 + 1}"

    def datapath(self):
        return 0x0000_5400_0000_0000 + self.number

    async def connect(self, port):
        while True:
            try:
                return await asyncio.open_connection(self.controller, port, local_addr=(self.source, 0), limit=1 << 20)
            except OSError:
                await asyncio.sleep(1)

    async def run(self, conversation, port):
        while True:
            reader, writer = await self.connect(port)
            try:
                await conversation(reader, writer)
            except (asyncio.IncompleteReadError, ConnectionError):
                pass
            finally:
                writer.close()
            await asyncio.sleep(1)

    # --- OVSDB ---
    async def ovsdb(self, reader, writer):
        decoder, text, probing = json.JSONDecoder(), "", False
        self.monitors.clear()
        while True:
            try:
                data = await asyncio.wait_for(reader.read(1 << 16), PROBE)
            except asyncio.TimeoutError:
                if probing:
                    return
                probing = True
                writer.write(json.dumps({"id": "echo", "method": "echo", "params": []}).encode())
                continue
            if not data:
                return
            probing = False
            text += data.decode()
            while text:
                try:
                    message, end = decoder.raw_decode(text)
                except ValueError:
                    break
                text = text[end:].lstrip()
                if message.get("method") and message.get("id") is not None:
                    answer = {"id": message["id"], "result": None, "error": None}
                    try:
                        answer["result"] = self.answer(message["method"], message["params"])
                    except KeyError:
                        answer["error"] = "unknown method"
                    for one in [answer, *self.notices]:
                        writer.write(json.dumps(one).encode())
                    self.notices.clear()
            await writer.drain()

    def answer(self, method, params):
        return {"echo": lambda: params,
                "list_dbs": lambda: ["Open_vSwitch"],
                "get_schema": lambda: self.schema,
                "monitor": lambda: self.monitor(params[1], params[2]),
                "monitor_cancel": lambda: {},
                "transact": lambda: [self.operate(one) for one in params[1:]]}[method]()

    def operate(self, one):
        if one.get("op") == "insert":
            return {"uuid": ["uuid", str(uuid.uuid4())]}
        if one.get("op") == "select":
            return {"rows": self.select(one)}
        if one.get("op") == "update" and one["table"] == "Controller" and "target" in one["row"]:
            self.reconnect(one["row"]["target"])
        return {"count": 1}

    def reconnect(self, target):                       # of all changes the only one that is made
        (number, row), = self.rows["Controller"].items()
        former, row["target"] = row["target"], target
        if self.switch and former != target:
            self.switch.close()
        for monitor, requests in self.monitors.values():
            if "Controller" in requests:
                new = self.monitored({"Controller": requests["Controller"]})["Controller"][number]["new"]
                self.notices.append({"id": None, "method": "update", "params": [monitor, {
                    "Controller": {number: {"old": {"target": former}, "new": new}}}]})

    def select(self, one):
        columns = self.schema["tables"][one["table"]]["columns"]
        return [self.columns(number, row, columns, one.get("columns") or ["_uuid", *columns])
                for number, row in self.rows.get(one["table"], {}).items()]

    @staticmethod
    def columns(number, row, columns, asked):
        return {name: row.get(name, default(columns[name])) if name in columns else ["uuid", number] for name in asked}

    def monitor(self, monitor, requests):
        self.monitors[json.dumps(monitor)] = monitor, requests
        return self.monitored(requests)

    def monitored(self, requests):
        updates = {}
        for table, request in requests.items():
            columns = self.schema["tables"][table]["columns"]
            request = request[0] if isinstance(request, list) else request
            asked = request.get("columns") or list(columns)
            for number, row in self.rows.get(table, {}).items():
                updates.setdefault(table, {})[number] = {"new": self.columns(number, row, columns, asked)}
        return updates

    # --- OpenFlow 1.3 ---
    async def openflow(self, reader, writer):
        def send(kind, xid, body=b""):
            writer.write(HEADER.pack(4, kind, 8 + len(body), xid) + body)
        send(0, 0)
        self.switch = writer
        Count.switches += 1
        try:
            while True:
                _, kind, length, xid = HEADER.unpack(await reader.readexactly(8))
                body = await reader.readexactly(length - 8) if length > 8 else b""
                if kind == 14:
                    self.flow_mod(body)
                elif kind == 29:
                    self.meter_mod(body)
                elif kind == 20:
                    Count.barriers += 1
                    send(21, xid)
                elif kind == 2:
                    send(3, xid, body)
                elif kind == 5:
                    send(6, xid, struct.pack("!QIBBxxII", self.datapath(), 0, 254, 0, 0x4f, 0))
                elif kind == 7:
                    send(8, xid, struct.pack("!HH", 0, 128))
                elif kind == 24:
                    send(25, xid, body)
                elif kind == 18:
                    part, = struct.unpack_from("!H", body)
                    for more, content in self.multipart(part, body[8:]):
                        send(19, xid, struct.pack("!HHxxxx", part, more) + content)
                elif kind == 1:
                    Count.errors += 1
                await writer.drain()
        finally:
            Count.switches -= 1

    def flow_mod(self, body):
        Count.flow_mods += 1
        cookie, mask, table, command, idle, hard, priority, _, _, _, flags = FLOW_MOD.unpack_from(body)
        size, = struct.unpack_from("!H", body, 42)
        end = 40 + (size + 7) // 8 * 8
        key = (table, priority, body[40:end])
        if command == 0:
            self.flows[key] = (cookie, idle, hard, flags, body[end:])
        elif command == 4:
            if key in self.flows and self.flows[key][0] & mask == cookie & mask:
                del self.flows[key]
        elif command == 3:
            for one in [one for one, flow in self.flows.items()
                        if table in (one[0], 255) and flow[0] & mask == cookie & mask]:
                del self.flows[one]

    def meter_mod(self, body):
        command, flags, meter = struct.unpack_from("!HHI", body)
        if command == 2:
            self.meters.pop(meter, None)
            for one in [one for one, flow in self.flows.items() if struct.pack("!HHI", 6, 8, meter) in flow[4]]:
                del self.flows[one]
        else:
            self.meters[meter] = struct.pack("!HHI", len(body), flags, meter) + body[8:]

    def chosen(self, body):
        table, _, _, cookie, mask = struct.unpack_from("!BxxxIIxxxxQQ", body)
        return [(key, flow) for key, flow in self.flows.items()
                if table in (key[0], 255) and flow[0] & mask == cookie & mask]

    def multipart(self, part, body):
        if part == 1:
            return self.flow_stats(self.chosen(body))
        return [(0, {
            0: lambda: b"TenantNet".ljust(256, b"\0") + b"fake".ljust(256, b"\0") + b"1".ljust(256, b"\0")
            + b"none".ljust(32, b"\0") + b"none".ljust(256, b"\0"),
            2: lambda: struct.pack("!QQIxxxx", 0, 0, len(self.chosen(body))),
            8: lambda: struct.pack("!10I", *[0] * 10),
            9: lambda: b"".join(struct.pack("!IH6xIQQII", meter, 40, 0, 0, 0, 0, 0) for meter in self.meters),
            10: lambda: b"".join(self.meters.values()),
            11: lambda: struct.pack("!IIIBBxx", 65535, 6, 3, 1, 0),
            13: lambda: struct.pack("!Ixxxx6sxx16s8I", 0xfffffffe, bytes(6), b"br-int", *[0] * 8),
        }.get(part, lambda: b"")())]

    @staticmethod
    def flow_stats(flows):
        replies, now = [], b""
        for (table, priority, match), (cookie, idle, hard, flags, instructions) in flows:
            entry = struct.pack("!BxIIHHHHxxxxQQQ", table, 1, 0, priority, idle, hard, flags, cookie, 0, 0)
            entry += match + instructions
            entry = struct.pack("!H", 2 + len(entry)) + entry
            if len(now) + len(entry) > LARGEST:
                replies.append(now)
                now = b""
            now += entry
        replies.append(now)
        return [(1 if index < len(replies) - 1 else 0, reply) for index, reply in enumerate(replies)]


async def report(path):
    while True:
        result = {"switches": Count.switches, "flows": sum(len(table) for table in Count.tables),
                  "flow_mods": Count.flow_mods, "barriers": Count.barriers, "errors": Count.errors}
        with open(path + ".new", "w", encoding="ascii") as file:
            json.dump(result, file)
        os.replace(path + ".new", path)
        await asyncio.sleep(0.2)


async def main(hosts, ports, controller, result):
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    tasks = [asyncio.create_task(report(result))]
    for number in range(hosts):
        host = Host(number, hosts, ports, controller, schema)
        tasks.append(asyncio.create_task(host.run(host.ovsdb, 6640)))
        tasks.append(asyncio.create_task(host.run(host.openflow, 6653)))
        await asyncio.sleep(0.01)
    await asyncio.gather(*tasks)


asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]))
