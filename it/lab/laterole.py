# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""A host's OpenFlow connections on which the controller's first question for a role is answered too late.

laterole.py CONTROLLER       run in the namespace of a host: leads its OpenFlow connections to that address through itself,
                             and holds back what the switch says from its first OFPT_ROLE_REPLY on, but for echoes: who
                             misses these ends the connection. Says when. At its end (TERM) all is as before.
"""
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

PORT = 6653
ECHOES, ROLE_REPLY = (2, 3), 25                        # OpenFlow 1.3.5, A.1
TOO_LATE = 12                                          # seconds; OpenFlowPlugin waits for 10
IP_TRANSPARENT = 19                                    # ip(7): to answer from an address that is not the host's
MARK = 1                                               # the connections of this program itself
late = threading.Lock()                                # held once an answer was late


def rules(verb, controller, own):
    for words in (f"rule {verb} pref 50 fwmark {MARK} lookup main",
                  f"rule {verb} pref 51 ipproto tcp dport {PORT} lookup {PORT}",
                  f"route {verb} local {controller}/32 dev lo src {own} table {PORT}"):
        subprocess.run(["ip", *words.split()], check=True)


def own_address(controller):
    """From where the host reaches the controller."""
    with socket.socket(type=socket.SOCK_DGRAM) as one:
        one.connect((controller, PORT))
        return one.getsockname()[0]


def messages(data):
    """The whole messages in the data, and what is left over."""
    whole = []
    while len(data) >= 8 and len(data) >= (length := struct.unpack_from("!xxH", data)[0]):
        whole.append(data[:length])
        data = data[length:]
    return whole, data


def upward(switch, controller):
    left = held = b""
    end = None
    switch.settimeout(0.5)
    while True:
        try:
            data = switch.recv(65536)
            if not data:
                return
        except TimeoutError:
            data = b""
        if end and time.monotonic() > end:
            controller.sendall(held)
            end = None
        whole, left = messages(left + data)
        for one in whole:
            if one[1] == ROLE_REPLY and late.acquire(blocking=False):
                print("late", flush=True)
                end = time.monotonic() + TOO_LATE
            if end and one[1] not in ECHOES:
                held += one
            else:
                controller.sendall(one)


def downward(controller, switch):
    while data := controller.recv(65536):
        switch.sendall(data)


def pump(way, source, sink):
    try:
        way(source, sink)
    except OSError:
        pass                                           # the other side has ended
    for end in (source, sink):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def serve(server, controller):
    while True:
        switch, _ = server.accept()
        other = socket.socket()
        other.setsockopt(socket.SOL_SOCKET, socket.SO_MARK, MARK)
        other.connect((controller, PORT))
        threading.Thread(target=pump, args=(upward, switch, other), daemon=True).start()
        threading.Thread(target=pump, args=(downward, other, switch), daemon=True).start()


def main():
    controller = sys.argv[1]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    own = own_address(controller)
    server = socket.create_server(("", PORT))
    server.setsockopt(socket.SOL_IP, IP_TRANSPARENT, 1)
    with open("/proc/sys/net/ipv4/conf/all/accept_local", "w", encoding="ascii") as setting:
        setting.write("1")                             # what comes from the controller has an address that is here, too
    rules("add", controller, own)
    try:
        print("ready", flush=True)
        serve(server, controller)
    finally:
        rules("del", controller, own)


main()
