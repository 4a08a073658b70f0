/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

/**
 * The condition that some bits of a field have a value. Bits outside the mask are 0 in the value.
 *
 * @param field    the field
 * @param high     the value's upper 64 bits
 * @param low      the value's lower 64 bits
 * @param maskHigh the mask's upper 64 bits
 * @param maskLow  the mask's lower 64 bits
 */
public record FieldMatch(Field field, long high, long low, long maskHigh, long maskLow) {
    public FieldMatch {
        if ((high & ~maskHigh) != 0 || (low & ~maskLow) != 0) {
            throw new IllegalArgumentException(field + " has bits set outside its mask");
        }
        if ((maskHigh & ~field.onesHigh()) != 0 || (maskLow & ~field.onesLow()) != 0) {
            throw new IllegalArgumentException(field + " has only " + field.bits() + " bits");
        }
    }

    /** Whether every bit of the field is matched. */
    public boolean isExact() {
        return maskHigh == field.onesHigh() && maskLow == field.onesLow();
    }

    @Override
    public String toString() {
        return field + "=" + field.format(high, low) + (isExact() ? "" : "/" + field.format(maskHigh, maskLow));
    }
}
