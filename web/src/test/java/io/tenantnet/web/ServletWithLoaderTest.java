/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServletWithLoaderTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Servlet servlet = mock(Servlet.class);
    private final ServletConfig config = mock(ServletConfig.class);

    @AfterEach
    void putBack() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void initSeesTheClassesOfThisBundleToo() throws Exception {
        // The platform loader knows nothing of this module, like a bundle that does not import it.
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        final var seen = new Class<?>[1];
        doAnswer(call -> {
            final var loader = Thread.currentThread().getContextClassLoader();
            seen[0] = Class.forName(Activator.class.getName(), true, loader);
            return null;
        }).when(servlet).init(any());

        new ServletWithLoader(servlet).init(config);

        assertThat(seen[0]).isSameAs(Activator.class);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
    }

    @Test
    void loaderIsPutBackWhenInitFails() throws Exception {
        doThrow(new ServletException("no")).when(servlet).init(config);

        assertThatThrownBy(() -> new ServletWithLoader(servlet).init(config)).hasMessage("no");

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void theRestGoesThrough() throws Exception {
        final var wrapped = new ServletWithLoader(servlet);
        final var request = mock(ServletRequest.class);
        final var response = mock(ServletResponse.class);

        wrapped.service(request, response);
        wrapped.destroy();

        verify(servlet).service(request, response);
        verify(servlet).destroy();
    }
}
