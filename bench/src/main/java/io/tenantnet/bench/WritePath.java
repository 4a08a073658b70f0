/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import java.util.concurrent.Future;

/** A way on which flows reach a switch. */
interface WritePath {
    /** Writes distinct flows; done when all that this way can tell is that they are written. */
    Future<?> add(int count) throws Exception;

    /** Removes them. */
    Future<?> remove(int count) throws Exception;
}
