package org.provgate.conditions;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Optional;

/// The kinds of things that variables are, for the type checker.
@Immutable
record KnownTypes(ImmutableMap<String, CelType> byName) implements CelTypeProvider {

    static KnownTypes of(List<StructType> structs) {
        ImmutableMap.Builder<String, CelType> byName = ImmutableMap.builder();
        structs.forEach(struct -> byName.put(struct.name(), struct));
        return new KnownTypes(byName.buildOrThrow());
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return byName.values();
    }

    @Override
    public Optional<CelType> findType(String typeName) {
        return Optional.ofNullable(byName.get(typeName));
    }
}
