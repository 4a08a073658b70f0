# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""Leads a host's connections to the controller through a program in the host's namespace, unnoticed by either side.

A program calls lead(PORT, MAKE): MAKE is called for each connection, and gives the two functions (FROM, TO) that carry what
the host says to the controller, and the reverse, until FROM has no more. At the program's end (TERM) all is as before.
"""
import signal
import socket
import subprocess
import sys
import threading

IP_TRANSPARENT = 19                                    # ip(7): to answer from an address that is not the host's
MARK = 1                                               # the connections of the program itself


def rules(verb, controller, port, own):
    for words in (f"rule {verb} pref 50 fwmark {MARK} lookup main",
                  f"rule {verb} pref 51 ipproto tcp dport {port} lookup {port}",
                  f"route {verb} local {controller}/32 dev lo src {own} table {port}"):
        subprocess.run(["ip", *words.split()], check=True)


def own_address(controller, port):
    """From where the host reaches the controller."""
    with socket.socket(type=socket.SOCK_DGRAM) as one:
        one.connect((controller, port))
        return one.getsockname()[0]


def copy(source, sink):
    while data := source.recv(65536):
        sink.sendall(data)


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


def serve(server, controller, port, make):
    while True:
        host, _ = server.accept()
        other = socket.socket()
        other.setsockopt(socket.SOL_SOCKET, socket.SO_MARK, MARK)
        other.connect((controller, port))
        upward, downward = make()
        threading.Thread(target=pump, args=(upward, host, other), daemon=True).start()
        threading.Thread(target=pump, args=(downward, other, host), daemon=True).start()


def lead(port, make):
    controller = sys.argv[1]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    own = own_address(controller, port)
    server = socket.create_server(("", port))
    server.setsockopt(socket.SOL_IP, IP_TRANSPARENT, 1)
    with open("/proc/sys/net/ipv4/conf/all/accept_local", "w", encoding="ascii") as setting:
        setting.write("1")                             # what comes from the controller has an address that is here, too
    rules("add", controller, port, own)
    try:
        print("ready", flush=True)
        serve(server, controller, port, make)
    finally:
        rules("del", controller, port, own)
