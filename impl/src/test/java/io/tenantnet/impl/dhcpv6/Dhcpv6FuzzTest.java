/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.net.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a machine sends: it is answered with a whole message, or not at all. */
class Dhcpv6FuzzTest {
    private static final Configuration PORT = new Configuration(Configuration.duid(new UUID(1, 2)),
        List.of(IpAddress.parse("2001:db8::7")), 1000, List.of());

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void anything(@ForAll final byte[] bytes, @ForAll final boolean byMulticast) {
        Dhcpv6Message.parse(bytes).ifPresent(message -> expectWhole(message, byMulticast));
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void almostMessages(@ForAll("messages") final Dhcpv6Message message, @ForAll final boolean byMulticast,
            @ForAll final int cut) {
        expectWhole(message, byMulticast);
        final var bytes = message.toBytes();
        assertThat(Dhcpv6Message.parse(bytes).orElseThrow().toBytes()).isEqualTo(bytes);
        final var part = Arrays.copyOf(bytes, Math.floorMod(cut, bytes.length + 1));
        Dhcpv6Message.parse(part).ifPresent(shorter -> expectWhole(shorter, byMulticast));
    }

    private static void expectWhole(final Dhcpv6Message message, final boolean byMulticast) {
        Dhcpv6Answers.to(message, byMulticast, PORT).ifPresent(answer -> {
            final var read = Dhcpv6Message.parse(answer.toBytes()).orElseThrow();
            assertThat(read.transaction()).isEqualTo(message.transaction());
            assertThat(read.options()).hasSameSizeAs(answer.options());
        });
    }

    @Provide
    Arbitrary<Dhcpv6Message> messages() {
        final var type = Arbitraries.integers().between(0, 13);
        final var transaction = Arbitraries.integers().between(0, 0xff_ffff);
        final var option = Combinators.combine(Arbitraries.of(0, 1, 2, 3, 4, 5, 6, 13, 14, 25, 60_000),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(60), Arbitraries.integers().between(0, 3))
            .as((code, value, kind) -> option(code, value, kind));
        return Combinators.combine(type, transaction, option.list().ofMaxSize(8)).as((one, two, options) -> {
            final var all = new ArrayList<>(options);
            return new Dhcpv6Message(one, two, all);
        });
    }

    /** Some have a value that is right for them, so that what comes behind is tried, too. */
    private static Dhcpv6Option option(final int code, final byte[] value, final int kind) {
        if (kind == 0) {
            return new Dhcpv6Option(code, value);
        }
        return switch (code) {
            case Dhcpv6Option.SERVER_ID -> new Dhcpv6Option(code, PORT.serverId());
            case Dhcpv6Option.IA_NA -> new Association(kind, List.of()).give(PORT.addresses(),
                List.of(IpAddress.parse("2001:db8::8")), kind);
            default -> new Dhcpv6Option(code, value);
        };
    }
}
