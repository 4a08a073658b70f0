/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ListsTest {
    private static final String ID = "00000000-0000-4000-8000-00000000000";

    private final Api api = new Api();

    @Test
    void listsAreFiltered() {
        api.post("networks", "{'networks': [{'id': '" + ID + "1', 'name': 'a', 'shared': true},"
            + "{'id': '" + ID + "2', 'name': 'b', 'shared': false},"
            + "{'id': '" + ID + "3', 'name': 'c', 'shared': true}]}");
        assertThat(names("networks?shared=True")).isEqualTo("a c");
        assertThat(names("networks?name=a&name=b")).isEqualTo("a b");
        assertThat(names("networks?name=b&shared=true")).isEmpty();
        assertThat(names("networks?id=" + (ID + "2").replace("-", ""))).isEqualTo("b");
        assertThat(api.get("networks?fields=name").text()).doesNotContain("shared");
        assertThat(api.get("networks/" + ID + "1?fields=name").text()).isEqualTo("{\"network\":{\"name\":\"a\"}}");
    }

    @Test
    void listsComeInPages() {
        api.post("networks", "{'networks': [" + IntStream.rangeClosed(1, 5).mapToObj(number ->
            "{'id': '" + ID + number + "', 'name': '" + number + "'}").collect(Collectors.joining(",")) + "]}");
        assertThat(names("networks?limit=2")).isEqualTo("1 2");
        assertThat(links("networks?limit=2")).isEqualTo("next");
        assertThat(names("networks?limit=2&marker=" + ID + "2")).isEqualTo("3 4");
        assertThat(links("networks?limit=2&marker=" + ID + "2")).isEqualTo("next previous");
        assertThat(links("networks?limit=2&marker=" + ID + "4")).isEqualTo("previous");
        assertThat(names("networks?limit=2&page_reverse=True&marker=" + ID + "5")).isEqualTo("3 4");
        assertThat(api.get("networks?limit=2&marker=" + ID + "9").status()).isEqualTo(400);
        assertThat(api.get("networks?limit=x").status()).isEqualTo(400);
        assertThat(api.get("networks?limit=2").json().getAsJsonArray("networks_links").get(0).toString())
            .contains("http://controller/networks?limit=2&marker=" + ID + "2");
    }

    private String names(final String path) {
        return StreamSupport.stream(api.get(path).json().getAsJsonArray("networks").spliterator(), false)
            .map(network -> network.getAsJsonObject().get("name").getAsString()).collect(Collectors.joining(" "));
    }

    private String links(final String path) {
        return StreamSupport.stream(api.get(path).json().getAsJsonArray("networks_links").spliterator(), false)
            .map(link -> link.getAsJsonObject().get("rel").getAsString()).collect(Collectors.joining(" "));
    }
}
