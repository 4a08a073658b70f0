# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""A TCP connection that is never silent.

stream.py serve PORT       echoes what comes, one connection after the other
stream.py send IP PORT     sends a number every 10 ms over one connection; prints each answer that took longer than 200 ms,
                           and at its end (INT) how many it sent and how many came back
"""
import signal
import socket
import sys
import time


def serve(port):
    server = socket.create_server(("", port))
    while True:
        connection, _ = server.accept()
        with connection:
            while data := connection.recv(4096):
                connection.sendall(data)


def connect(ip, port):
    end = time.monotonic() + 10
    while True:
        try:
            return socket.create_connection((ip, port), timeout=10)
        except ConnectionRefusedError:                 # the other side has yet to begin
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def send(ip, port):
    end = []
    signal.signal(signal.SIGINT, lambda *_: end.append(True))
    sent = 0
    received = 0
    longest = 0.0
    with connect(ip, port) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        print("connected", flush=True)
        while not end:
            sent += 1
            start = time.monotonic()
            connection.sendall(b"%08d" % sent)
            answer = b""
            while len(answer) < 8:
                answer += connection.recv(8 - len(answer))
            took = time.monotonic() - start
            longest = max(longest, took)
            if took > 0.2:
                print("slow %d %.3f" % (sent, took), flush=True)
            received += 1
            time.sleep(0.01)
    print("sent=%d received=%d longest_ms=%d" % (sent, received, longest * 1000), flush=True)


if sys.argv[1] == "serve":
    serve(int(sys.argv[2]))
else:
    send(sys.argv[2], int(sys.argv[3]))
