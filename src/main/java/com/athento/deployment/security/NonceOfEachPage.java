package com.athento.deployment.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a page of Camunda's web applications run its scripts also when somebody else asks for something at the same
 * instant. The nonce without which a browser runs none stands in the answer's header and in the page; Camunda's filters
 * hand it from one to the other through the servlet context, which is everybody's, so the page of one can name the
 * nonce of another and stays empty. Here each request has its own.
 */
class NonceOfEachPage extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = withItsOwnNonce(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return context;
                    }
                },
                response);
    }

    private static ServletContext withItsOwnNonce(HttpServletRequest request) {
        var shared = request.getServletContext();
        return (ServletContext) Proxy.newProxyInstance(
                NonceOfEachPage.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (self, method, given) -> isNonce(given) ? nonce(request, given) : asked(shared, method, given));
    }

    private static boolean isNonce(Object... given) {
        return given != null && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(given[0]);
    }

    /** Read or set. */
    private static Object nonce(HttpServletRequest request, Object... given) {
        if (given.length > 1) {
            request.setAttribute((String) given[0], given[1]);
        }
        return given.length > 1 ? null : request.getAttribute((String) given[0]);
    }

    private static Object asked(ServletContext shared, Method method, Object... given) throws Throwable {
        try {
            return method.invoke(shared, given);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }
}
