/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.common.api.TransactionCommitFailedException;

class RefusedExceptionTest {
    @Test
    void travelsToAnotherMemberAsAClassOfTheDatastore() throws Exception {
        final var bytes = new ByteArrayOutputStream();
        try (var output = new ObjectOutputStream(bytes)) {
            output.writeObject(new RefusedException("port 5: no", ErrorTag.IN_USE));
        }
        try (var input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(input.readObject()).isExactlyInstanceOf(TransactionCommitFailedException.class)
                .isInstanceOfSatisfying(TransactionCommitFailedException.class, read -> {
                    assertThat(read).hasMessage("port 5: no");
                    assertThat(read.getErrorList()).singleElement()
                        .satisfies(error -> assertThat(error.getTag()).isEqualTo("in-use"));
                });
        }
    }

    @Test
    void hasNoStack() {
        final var refused = new RefusedException("port 5: no", ErrorTag.INVALID_VALUE);
        assertThat(refused.getStackTrace()).isEmpty();
        assertThat(refused.getCause().getStackTrace()).isEmpty();
    }
}
