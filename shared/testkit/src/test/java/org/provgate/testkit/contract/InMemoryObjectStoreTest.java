package org.provgate.testkit.contract;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.provgate.testkit.memory.InMemoryObjectStore;
import org.provgate.usecases.port.ObjectStore;

class InMemoryObjectStoreTest extends ObjectStoreContract {

    @Override
    protected Backend open() {
        InMemoryObjectStore store = new InMemoryObjectStore(() -> Records.NOW);
        return new Backend() {
            @Override
            public ObjectStore store() {
                return store;
            }

            @Override
            public String upload(String key, byte[] bytes, Map<String, String> tags) {
                return store.upload(key, bytes, tags);
            }

            @Override
            public String hide(String key) {
                return store.hide(key);
            }

            @Override
            public String name() {
                return "memory";
            }

            @Override
            public Set<Capability> capabilities() {
                return EnumSet.allOf(Capability.class);
            }
        };
    }
}
