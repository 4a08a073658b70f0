/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import io.tenantnet.impl.dhcpv6.Dhcpv6Option.Status;
import io.tenantnet.impl.net.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Answers DHCPv6 messages (RFC 8415 section 18.3). There are no leases to remember: a port's addresses are those that the
 * model gives it, whoever asks there and however often. Pure.
 */
final class Dhcpv6Answers {
    /** RFC 8415 section 21.8: the client need not wait for other servers. */
    private static final byte HIGHEST_PREFERENCE = (byte) 255;

    private final Dhcpv6Message question;
    private final Configuration configuration;
    private final List<Dhcpv6Option> answer = new ArrayList<>();

    private Dhcpv6Answers(final Dhcpv6Message question, final Configuration configuration) {
        this.question = question;
        this.configuration = configuration;
    }

    /**
     * The answer to a message.
     *
     * @param question      the message
     * @param byMulticast   whether it was sent to all servers
     * @param configuration what may be told
     * @return empty where a server is to be silent
     */
    static Optional<Dhcpv6Message> to(final Dhcpv6Message question, final boolean byMulticast,
            final Configuration configuration) {
        return new Dhcpv6Answers(question, configuration).answer(byMulticast);
    }

    private Optional<Dhcpv6Message> answer(final boolean byMulticast) {
        if (!isValid()) {
            return Optional.empty();
        }
        question.option(Dhcpv6Option.CLIENT_ID).ifPresent(answer::add);
        answer.add(new Dhcpv6Option(Dhcpv6Option.SERVER_ID, configuration.serverId()));
        if (!byMulticast) {
            // RFC 8415 sections 16 and 18.4: the server has not said that it may be asked otherwise.
            answer.add(Dhcpv6Option.ofStatus(Status.USE_MULTICAST));
            return isForOneServer() ? reply() : Optional.empty();
        }
        return switch (question.type()) {
            case Dhcpv6Message.SOLICIT -> solicit();
            case Dhcpv6Message.REQUEST, Dhcpv6Message.RENEW, Dhcpv6Message.REBIND -> {
                addAssociations();
                answer.addAll(configuration.options());
                yield reply();
            }
            case Dhcpv6Message.CONFIRM -> confirm();
            case Dhcpv6Message.RELEASE, Dhcpv6Message.DECLINE -> {
                answer.add(Dhcpv6Option.ofStatus(Status.SUCCESS));
                yield reply();
            }
            default -> {
                answer.addAll(configuration.options());
                yield reply();
            }
        };
    }

    private boolean isForOneServer() {
        return switch (question.type()) {
            case Dhcpv6Message.REQUEST, Dhcpv6Message.RENEW, Dhcpv6Message.RELEASE, Dhcpv6Message.DECLINE -> true;
            default -> false;
        };
    }

    /** RFC 8415 section 16. */
    private boolean isValid() {
        final var server = question.option(Dhcpv6Option.SERVER_ID);
        final boolean isForUs = server.isPresent() && Arrays.equals(server.get().value(), configuration.serverId());
        final boolean isNamed = question.option(Dhcpv6Option.CLIENT_ID).filter(id -> id.value().length > 0).isPresent();
        return switch (question.type()) {
            case Dhcpv6Message.SOLICIT, Dhcpv6Message.CONFIRM, Dhcpv6Message.REBIND -> isNamed && server.isEmpty();
            case Dhcpv6Message.REQUEST, Dhcpv6Message.RENEW, Dhcpv6Message.RELEASE, Dhcpv6Message.DECLINE ->
                isNamed && isForUs;
            case Dhcpv6Message.INFORMATION_REQUEST -> (server.isEmpty() || isForUs) && !question.has(Dhcpv6Option.IA_NA)
                && !question.has(Dhcpv6Option.IA_TA) && !question.has(Dhcpv6Option.IA_PD);
            default -> false;
        };
    }

    private Optional<Dhcpv6Message> solicit() {
        addAssociations();
        answer.addAll(configuration.options());
        if (question.has(Dhcpv6Option.RAPID_COMMIT)) {
            answer.add(new Dhcpv6Option(Dhcpv6Option.RAPID_COMMIT, new byte[0]));
            return reply();
        }
        answer.add(new Dhcpv6Option(Dhcpv6Option.PREFERENCE, new byte[] {HIGHEST_PREFERENCE}));
        return Optional.of(new Dhcpv6Message(Dhcpv6Message.ADVERTISE, question.transaction(), answer));
    }

    /** Whether the link is still the one that the addresses are for; here it is if the port has them. */
    private Optional<Dhcpv6Message> confirm() {
        final var addresses = associations().stream().flatMap(one -> one.addresses().stream()).toList();
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        answer.add(Dhcpv6Option.ofStatus(configuration.addresses().containsAll(addresses) ? Status.SUCCESS
            : Status.NOT_ON_LINK));
        return reply();
    }

    /** Those that are well-formed, in an order that is the same in all messages. */
    private List<Association> associations() {
        return question.options().stream().filter(option -> option.code() == Dhcpv6Option.IA_NA)
            .flatMap(option -> Association.parse(option.value()).stream()).sorted(Comparator.comparing(Association::id))
            .toList();
    }

    /** The first has all addresses of the port: a machine has one association for an interface. */
    private void addAssociations() {
        boolean first = true;
        for (final var one : associations()) {
            answer.add(first && !configuration.addresses().isEmpty() ? give(one) : one.refuse(
                question.type() == Dhcpv6Message.RENEW ? Status.NO_BINDING : Status.NO_ADDRESSES));
            first = false;
        }
        question.options().stream().filter(option -> option.value().length >= 4).forEach(option -> {
            final int header = option.code() == Dhcpv6Option.IA_TA ? 4 : option.code() == Dhcpv6Option.IA_PD ? 12 : 0;
            if (header > 0) {
                final var status = Dhcpv6Option.toBytes(List.of(Dhcpv6Option.ofStatus(header == 4 ? Status.NO_ADDRESSES
                    : Status.NO_PREFIX)));
                final var value = Arrays.copyOf(Arrays.copyOf(option.value(), 4), header + status.length);
                System.arraycopy(status, 0, value, header, status.length);
                answer.add(new Dhcpv6Option(option.code(), value));
            }
        });
    }

    private Dhcpv6Option give(final Association one) {
        final List<IpAddress> taken = isExtended() ? one.addresses().stream()
            .filter(address -> !configuration.addresses().contains(address)).toList() : List.of();
        return one.give(configuration.addresses(), taken, configuration.lifetime());
    }

    /** RFC 8415 sections 18.3.4 and 18.3.5: addresses that are no longer its own end at once. */
    private boolean isExtended() {
        return question.type() == Dhcpv6Message.RENEW || question.type() == Dhcpv6Message.REBIND;
    }

    private Optional<Dhcpv6Message> reply() {
        return Optional.of(new Dhcpv6Message(Dhcpv6Message.REPLY, question.transaction(), answer));
    }
}
