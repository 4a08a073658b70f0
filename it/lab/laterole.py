# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""A host's OpenFlow connections on which the controller's first question for a role is answered too late.

laterole.py CONTROLLER       run in the namespace of a host: leads its OpenFlow connections to that address through itself,
                             and holds back what the switch says from its first OFPT_ROLE_REPLY on, but for echoes: who
                             misses these ends the connection. Says when.
"""
import struct
import threading
import time

import between

ECHOES, ROLE_REPLY = (2, 3), 25                        # OpenFlow 1.3.5, A.1
TOO_LATE = 12                                          # seconds; OpenFlowPlugin waits for 10
late = threading.Lock()                                # held once an answer was late


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


between.lead(6653, lambda: (upward, between.copy))
