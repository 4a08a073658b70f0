#!/usr/bin/env python3
# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""Tries from inside a VM what gets through.

probe.py serve PROTO:PORT..        answers tcp, udp of both IP versions with what it gets, until it is ended
probe.py try PROTO:ADDRESS:PORT..  one line each, 'PROTO:ADDRESS:PORT yes' or '... no'; PROTO tcp, udp or ping, whose
                                   ADDRESS is in brackets for IPv6; all at once, none takes longer than LIMIT
probe.py hold ADDRESS PORT         one TCP connection on which something is sent and read back again and again; a line
                                   with the number of each answer
probe.py send HEX..                frames, as they are, through eth0
probe.py sniff                     every frame that comes in through eth0, in hexadecimal, until it is ended
"""
import selectors
import socket
import subprocess
import sys
import time

LIMIT = 2.0
FAMILIES = {4: socket.AF_INET, 6: socket.AF_INET6}


def listen(kind, family, port):
    server = socket.socket(FAMILIES[family], kind)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == 6:
        server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    server.bind(("", port))
    if kind == socket.SOCK_STREAM:
        server.listen(64)
    server.setblocking(False)
    return server


def serve(words):
    selector = selectors.DefaultSelector()
    for word in words:
        proto, port = word.split(":")
        kind = socket.SOCK_STREAM if proto == "tcp" else socket.SOCK_DGRAM
        for family in FAMILIES:
            selector.register(listen(kind, family, int(port)), selectors.EVENT_READ, proto)
    print("ready", flush=True)
    while True:
        for key, _ in selector.select():
            try:
                if key.data == "tcp":
                    connection, _ = key.fileobj.accept()
                    selector.register(connection, selectors.EVENT_READ, "open")
                elif key.data == "udp":
                    data, sender = key.fileobj.recvfrom(2048)
                    key.fileobj.sendto(data, sender)
                else:
                    data = key.fileobj.recv(2048)
                    if data:
                        key.fileobj.send(data)
                    else:
                        selector.unregister(key.fileobj)
                        key.fileobj.close()
            except OSError:
                if key.data == "open":
                    selector.unregister(key.fileobj)
                    key.fileobj.close()


class Attempt:
    def __init__(self, word):
        self.word = word
        self.proto, rest = word.split(":", 1)
        address, port = rest.rsplit(":", 1)
        self.address = address.strip("[]")
        self.port = int(port)
        self.family = 6 if ":" in self.address else 4
        self.done = False
        self.socket = self.process = None
        if self.proto == "ping":
            self.process = subprocess.Popen(["ping", "-%d" % self.family, "-c", "3", "-i", "0.3", "-w", "2", self.address],
                                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return
        kind = socket.SOCK_STREAM if self.proto == "tcp" else socket.SOCK_DGRAM
        self.socket = socket.socket(FAMILIES[self.family], kind)
        self.socket.setblocking(False)
        self.sent = False
        self.socket.connect_ex((self.address, self.port))

    def advance(self):
        if self.process is not None:
            self.done = self.process.poll() == 0
            return
        try:
            if not self.sent or self.proto == "udp":
                self.socket.send(b"hello")
                self.sent = True
        except OSError:
            pass
        try:
            self.done = self.done or self.socket.recv(64) != b""
        except OSError:
            pass


def attempt(words):
    attempts = [Attempt(word) for word in words]
    end = time.monotonic() + LIMIT
    while time.monotonic() < end and not all(one.done for one in attempts):
        for one in attempts:
            if not one.done:
                one.advance()
        time.sleep(0.1)
    for one in attempts:
        if one.process is not None:
            one.process.wait()
            one.advance()
        print(one.word, "yes" if one.done else "no")


def hold(address, port):
    connection = socket.create_connection((address, int(port)), timeout=10)
    connection.settimeout(None)
    number = 0
    while True:
        number += 1
        connection.send(b"%08d" % number)
        answer = b""
        while len(answer) < 8:
            answer += connection.recv(8 - len(answer))
        print(number, flush=True)
        time.sleep(0.1)


def raw():
    link = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    link.bind(("eth0", 0))
    return link


def send(frames):
    link = raw()
    for frame in frames:
        link.send(bytes.fromhex(frame))


def sniff():
    link = raw()
    print("ready", flush=True)
    while True:
        frame, source = link.recvfrom(2048)
        if source[2] != 4:                             # not what this machine sent itself
            print(frame.hex(), flush=True)


verb, rest = sys.argv[1], sys.argv[2:]
if verb == "serve":
    serve(rest)
elif verb == "try":
    attempt(rest)
elif verb == "hold":
    hold(*rest)
elif verb == "send":
    send(rest)
elif verb == "sniff":
    sniff()
else:
    sys.exit(__doc__)
