# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""A host's OVSDB connection on which OpenDaylight's OVSDB plugin misses the host's bridges.

lostupdates.py CONTROLLER [COUNT]    run in the namespace of a host: leads its OVSDB connections to that address through
                                     itself. On the first COUNT of them (1 if not given) a monitor of all tables, which is
                                     the plugin's (TenantNet's are of few), is not told of bridges at the beginning, nor of
                                     any change later. Says so when it leaves something out.
"""
import codecs
import itertools
import json
import sys

import between

TABLE = "AutoAttach"                                   # of those that only the plugin asks for
BRIDGES = "Bridge", "Port", "Interface", "Controller"
LOSSY = int(sys.argv[2]) if len(sys.argv) > 2 else 1
connections = itertools.count()                        # one step of it is not divided among threads


class Connection:
    """The texts of both directions as the JSON values of RFC 7047, 4, which nothing separates."""

    def __init__(self, lossy):
        self.lossy = lossy
        self.monitors = set()
        self.requests = set()

    def ways(self):
        return self.upward, self.downward

    def carry(self, source, sink, alter):
        decoder, left = codecs.getincrementaldecoder("utf-8")(), ""
        while data := source.recv(65536):
            left = (left + decoder.decode(data)).lstrip()
            while left:
                try:
                    value, end = json.JSONDecoder().raw_decode(left)
                except json.JSONDecodeError:
                    break                              # not all of it has come
                if (altered := alter(value)) is not None:
                    sink.sendall((left[:end] if altered is value else json.dumps(altered)).encode())
                left = left[end:].lstrip()

    def upward(self, host, controller):
        self.carry(host, controller, self.censor if self.lossy else lambda message: message)

    def downward(self, controller, host):
        self.carry(controller, host, self.note)

    def note(self, request):
        if request.get("method") == "monitor" and TABLE in request["params"][2]:
            self.requests.add(json.dumps(request["id"]))
            self.monitors.add(json.dumps(request["params"][1]))
        return request

    def censor(self, message):
        if message.get("method") == "update" and json.dumps(message["params"][0]) in self.monitors:
            print("lost", flush=True)
            return None
        if "result" in message and json.dumps(message["id"]) in self.requests:
            print("lost", flush=True)
            return message | {"result": {table: rows for table, rows in message["result"].items() if table not in BRIDGES}}
        return message


between.lead(6640, lambda: Connection(next(connections) < LOSSY).ways())
