/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests that must be refused, out of recorded ones. The same seed makes the same. */
final class HostileBodies {
    /** By collection, keys that have a type of their own. */
    private static final Map<String, List<String>> TYPED = Map.of(
        "networks", List.of("mtu", "admin_state_up", "provider:network_type", "provider:segmentation_id", "shared"),
        "subnets", List.of("ip_version", "cidr", "allocation_pools", "host_routes", "enable_dhcp", "network_id"),
        "ports", List.of("fixed_ips", "mac_address", "security_groups", "allowed_address_pairs", "network_id"),
        "routers", List.of("external_gateway_info", "routes", "admin_state_up", "gw_port_id"),
        "floatingips", List.of("port_id", "floating_ip_address", "router_id", "revision_number"),
        "security-groups", List.of("stateful", "security_group_rules", "revision_number"),
        "security-group-rules", List.of("direction", "port_range_min", "remote_group_id", "ethertype"));
    private static final int LARGE = 10_500_000;

    private final List<Recorded> recorded = Recorded.all().stream()
        .filter(request -> request.method().equals("POST") && TYPED.containsKey(request.path())).toList();
    private final Random random;

    HostileBodies(final long seed) {
        random = new Random(seed);
    }

    /** A request. */
    record Request(String path, byte[] body, String what) { }

    Request next(final int number) {
        final var from = recorded.get(random.nextInt(recorded.size()));
        final var text = from.body().toString();
        final var key = from.body().keySet().iterator().next();
        // Large bodies take long.
        return switch (number % 500 == 0 ? 13 : random.nextInt(13)) {
            case 0 -> made(from, text.substring(0, 1 + random.nextInt(text.length() - 1)), "cut off");
            case 1, 2, 3 -> wrongType(from, key);
            case 4 -> made(from, text.replaceFirst("\\{", "{\"x\":" + "9".repeat(41 + random.nextInt(100_000)) + ","),
                "huge number");
            case 5 -> made(from, text.replaceFirst("\\{", "{\"x\":1e" + (1000 + random.nextInt(2_000_000_000)) + ","),
                "huge exponent");
            case 6 -> nested(from);
            case 7 -> brokenUtf8(from, text);
            case 8 -> made(from, text.replace("\"" + key + "\"", "\"x\""), "other envelope");
            case 9 -> made(from,
                text.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"" + "x".repeat(random.nextInt(200)) + "\""), "no id");
            case 10 -> made(from, text.replaceFirst("\\{\"id\"", "{\"id\":\"\\\\u0000\",\"id\""), "control character");
            case 11 -> made(from, text.replaceFirst("\\{\"id\"", "{\"id\":\"a\",\"id\""), "key twice");
            case 12 -> noise(from);
            default -> large(from, number / 500 % 3);
        };
    }

    private static Request made(final Recorded from, final String text, final String what) {
        return new Request(from.path(), text.getBytes(StandardCharsets.UTF_8), what);
    }

    private Request wrongType(final Recorded from, final String key) {
        final var body = new JsonParser().parse(from.body().toString()).getAsJsonObject();
        final var keys = TYPED.get(from.path());
        final var name = keys.get(random.nextInt(keys.size()));
        body.getAsJsonObject(key).add(name, wrong());
        return made(from, body.toString(), "wrong type of " + name);
    }

    /** Nothing that any key could mean. */
    private JsonElement wrong() {
        final var list = new JsonArray();
        return switch (random.nextInt(4)) {
            case 0 -> new JsonPrimitive(new BigDecimal("-1.5"));
            case 1 -> new JsonPrimitive(-1 - random.nextInt(1000));
            case 2 -> {
                list.add(random.nextInt());
                yield list;
            }
            default -> {
                list.add(new JsonArray());
                yield list;
            }
        };
    }

    private Request nested(final Recorded from) {
        final var open = random.nextBoolean() ? "[" : "{\"a\":";
        final int depth = 40 + random.nextInt(100_000);
        return made(from, open.repeat(depth), "nested " + depth);
    }

    private Request brokenUtf8(final Recorded from, final String text) {
        final var bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) (0xf8 + random.nextInt(8));
        return new Request(from.path(), bytes, "broken UTF-8");
    }

    private Request noise(final Recorded from) {
        final var bytes = new byte[random.nextInt(2000)];
        random.nextBytes(bytes);
        return new Request(from.path(), bytes, "noise");
    }

    private static Request large(final Recorded from, final int kind) {
        final var bytes = new byte[LARGE];
        Arrays.fill(bytes, (byte) (kind == 0 ? '[' : ' '));
        if (kind == 2) {
            final var object = new JsonObject();
            object.addProperty("padding", "x".repeat(9_900_000));
            final var body = new JsonObject();
            body.add(from.body().keySet().iterator().next(), object);
            return made(from, body.toString(), "long object");
        }
        return new Request(from.path(), bytes, "10 MB");
    }
}
