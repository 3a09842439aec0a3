package com.athento.deployment;

import static java.util.Comparator.comparing;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Who closes the context comes when nobody needs another one any more: Camunda's REST API and web applications find
 * engine and context in static fields, which are empty once one is closed. {@link OwnContext} comes after them, when
 * the shared one is closed. What has an {@link Order} keeps it.
 */
public final class SharedContextsFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(comparing(SharedContextsFirst::order)
                        .thenComparing(test -> test.isAnnotated(OwnContext.class))
                        .thenComparing(test -> test.isAnnotated(DirtiesContext.class)));
    }

    private static int order(ClassDescriptor test) {
        return test.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}
