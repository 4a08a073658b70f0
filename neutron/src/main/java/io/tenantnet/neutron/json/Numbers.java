/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.json;

import io.tenantnet.neutron.RequestException;
import java.math.BigDecimal;

/** Numbers from outside. */
final class Numbers {
    /** No number of Neutron's API is longer, and to convert a long one takes time that grows with its square. */
    private static final int LONGEST = 40;
    private static final int WIDEST_EXPONENT = 400;

    private Numbers() {
    }

    /**
     * Reads a number of JSON.
     *
     * @throws RequestException      if it is longer or larger than any number of the API
     * @throws NumberFormatException if its exponent is beyond Java
     */
    static Number parse(final String text) {
        if (text.length() > LONGEST) {
            throw RequestException.bad("The body holds a number of " + text.length() + " digits");
        }
        final var number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > WIDEST_EXPONENT) {
            throw RequestException.bad("The body holds a number beyond reason: " + text);
        }
        return text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : number;
    }
}
