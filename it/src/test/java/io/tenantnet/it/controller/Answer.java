/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.controller;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;

/** The answer to a request. */
public record Answer(String request, int status, String text) {
    public Answer expectSuccess() {
        return expectSuccessOr();
    }

    /** Fails unless the request succeeded or ended in one of these statuses. */
    public Answer expectSuccessOr(final int... statuses) {
        if (status / 100 != 2 && Arrays.stream(statuses).noneMatch(other -> other == status)) {
            throw new AssertionError(request + " -> " + status + "\n" + text);
        }
        return this;
    }

    /** The object of this name at the top of the answer. */
    public JsonObject object(final String name) {
        return JsonParser.parseString(text).getAsJsonObject().getAsJsonObject(name);
    }
}
