#!/usr/bin/env python3
# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""A DHCP client that may behave badly, inside a VM; what a real one does is left to udhcpc.

dhcp.py ask TYPE [KEY=VALUE..]   sends one message and prints the answers of one second, a line each: type, address and
                                 sender. TYPE is discover, request, decline, release or inform; KEY is requested or
                                 server (options) or ciaddr (the field, and the packet's source)
dhcp.py flood RATE SECONDS       discovers, RATE a second; prints how many were sent and how many answers came
"""
import socket
import struct
import sys
import time

TYPES = {"discover": 1, "offer": 2, "request": 3, "decline": 4, "ack": 5, "nak": 6, "release": 7, "inform": 8}
NAMES = {number: name for name, number in TYPES.items()}
OPTIONS = {"requested": 50, "server": 54}
EVERYBODY = b"\xff" * 6


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total ^ 0xFFFF


def message(mac, xid, kind, values):
    ciaddr = socket.inet_aton(values.get("ciaddr", "0.0.0.0"))
    text = struct.pack("!BBBBIHH", 1, 1, 6, 0, xid, 0, 0x8000) + ciaddr + bytes(12) + mac + bytes(202)
    text += b"\x63\x82\x53\x63" + bytes([53, 1, TYPES[kind]])
    for key, option in OPTIONS.items():
        if key in values:
            text += bytes([option, 4]) + socket.inet_aton(values[key])
    text += b"\xff"
    udp = struct.pack("!HHHH", 68, 67, 8 + len(text), 0) + text
    ip = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(udp), 0, 0, 64, 17, 0) + ciaddr + b"\xff" * 4
    ip = ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:]
    return EVERYBODY + mac + b"\x08\x00" + ip + udp


def answer(frame, xid):
    """Type, address and sender of an answer to a transaction."""
    if len(frame) < 285 or frame[12:14] != b"\x08\x00" or frame[23] != 17 or frame[34:38] != b"\x00\x43\x00\x44":
        return None
    text = frame[42:]
    if struct.unpack("!I", text[4:8])[0] != xid or text[240] != 53:
        return None
    return NAMES[text[242]], socket.inet_ntoa(text[16:20]), socket.inet_ntoa(frame[26:30])


def receive(link, xid, until):
    answers = []
    while time.monotonic() < until:
        link.settimeout(max(0.001, until - time.monotonic()))
        try:
            found = answer(link.recv(2048), xid)
        except socket.timeout:
            break
        if found:
            answers.append(found)
    return answers


def main(verb, words):
    link = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0800))
    link.bind(("eth0", 0x0800))
    mac = link.getsockname()[4]
    xid = int(time.time() * 1000) & 0xFFFFFFFF
    if verb == "ask":
        link.send(message(mac, xid, words[0], dict(word.split("=") for word in words[1:])))
        for found in receive(link, xid, time.monotonic() + 1):
            print(*found)
    else:
        rate, seconds = int(words[0]), int(words[1])
        start = time.monotonic()
        answers = 0
        for number in range(rate * seconds):
            link.send(message(mac, xid, "discover", {}))
            answers += len(receive(link, xid, start + (number + 1) / rate))
        print(f"sent={rate * seconds} answers={answers}")


main(sys.argv[1], sys.argv[2:])
