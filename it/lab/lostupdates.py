# Copyright (c) 2026 TenantNet and others
# SPDX-License-Identifier: EPL-2.0
"""A host's OVSDB connection on which OpenDaylight's OVSDB plugin misses what changes.

lostupdates.py CONTROLLER [COUNT]    run in the namespace of a host: leads its OVSDB connections to that address through
                                     itself, and on the first COUNT of them (1 if not given) drops every update for a monitor
                                     of all tables, which is the plugin's: TenantNet's are of few. Says so when it drops one.
"""
import codecs
import itertools
import json
import sys

import between

TABLE = "AutoAttach"                                   # of those that only the plugin asks for
LOSSY = int(sys.argv[2]) if len(sys.argv) > 2 else 1
connections = itertools.count()                        # one step of it is not divided among threads


class Connection:
    """The texts of both directions as the JSON values of RFC 7047, 4, which nothing separates."""

    def __init__(self, lossy):
        self.lossy = lossy
        self.plugins = set()

    def ways(self):
        return self.upward, self.downward

    def carry(self, source, sink, passes):
        decoder, left = codecs.getincrementaldecoder("utf-8")(), ""
        while data := source.recv(65536):
            left = (left + decoder.decode(data)).lstrip()
            while left:
                try:
                    value, end = json.JSONDecoder().raw_decode(left)
                except json.JSONDecodeError:
                    break                              # not all of it has come
                if passes(value):
                    sink.sendall(left[:end].encode())
                left = left[end:].lstrip()

    def upward(self, host, controller):
        self.carry(host, controller, self.is_let_through)

    def downward(self, controller, host):
        self.carry(controller, host, self.note)

    def note(self, request):
        if request.get("method") == "monitor" and TABLE in request["params"][2]:
            self.plugins.add(json.dumps(request["params"][1]))
        return True

    def is_let_through(self, message):
        lost = (self.lossy and message.get("method") == "update"
                and json.dumps(message["params"][0]) in self.plugins)
        if lost:
            print("lost", flush=True)
        return not lost


between.lead(6640, lambda: Connection(next(connections) < LOSSY).ways())
