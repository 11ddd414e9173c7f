package org.provgate.testkit.story;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/// What others do right before the gate calls a port.
final class Interference {

    private final Map<String, Runnable> next = new HashMap<>();

    /// The process ends.
    static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    void before(String method, Runnable happens) {
        next.put(method, happens);
    }

    static <T> T on(Class<T> port, T adapter, Interference interference) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    Runnable happens = interference.next.remove(method.getName());
                    if (happens != null) {
                        happens.run();
                    }
                    try {
                        return method.invoke(adapter, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause() == null ? fault : fault.getCause();
                    }
                }));
    }
}
