package org.provgate.conditions;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.core.condition.Struct;
import org.provgate.core.condition.ValueType;
import org.provgate.core.condition.Variables;
import org.provgate.core.policy.Condition.Compilation;
import org.provgate.core.policy.Condition.Fault;

/// The language with the variables of conditions declared in it.
final class CelLanguage {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(CelConditions.LONGEST)
            .maxParseRecursionDepth(CelConditions.DEEPEST)
            .maxParseExpressionNodeCount(CelConditions.MOST_PARTS)
            .comprehensionMaxIterations(CelConditions.MOST_STEPS)
            .maxRegexProgramSize(CelConditions.MOST_PARTS)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private final CelCompiler compiler = compiler();
    private final CelRuntime runtime =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    Compilation compile(String text) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
            return new Compilation.Ready(new CelCondition(runtime.createProgram(tree)));
        } catch (CelValidationException faulty) {
            return new Compilation.Faulty(faults(faulty, text));
        } catch (CelEvaluationException unplannable) {
            return new Compilation.Faulty(List.of(new Fault(1, 1, Wording.of(unplannable))));
        }
    }

    private static List<Fault> faults(CelValidationException faulty, String text) {
        List<Fault> faults = new ArrayList<>();
        for (CelIssue issue : faulty.getErrors()) {
            int line = Math.max(1, issue.getSourceLocation().getLine());
            int column = Math.max(0, issue.getSourceLocation().getColumn());
            faults.add(new Fault(line, codeUnits(text, line, column) + 1, Wording.of(issue)));
        }
        return faults.isEmpty() ? List.of(new Fault(1, 1, Wording.of(faulty))) : faults;
    }

    /// The library counts code points.
    private static int codeUnits(String text, int line, int codePoints) {
        Optional<String> there = text.lines().skip(line - 1L).findFirst();
        return there.filter(it -> codePoints <= it.codePointCount(0, it.length()))
                .map(it -> it.offsetByCodePoints(0, codePoints))
                .orElse(0);
    }

    private static CelCompiler compiler() {
        List<StructType> structs = new ArrayList<>();
        Variables.kinds().forEach(kind -> structs.add(struct(kind)));
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(KnownTypes.of(structs))
                .setResultType(SimpleType.BOOL);
        Variables.ALL.members().values().forEach(variable -> builder.addVar(variable.name(), type(variable.type())));
        return builder.build();
    }

    private static <T> StructType struct(Struct<T> kind) {
        ImmutableMap.Builder<String, CelType> members = ImmutableMap.builder();
        kind.members().values().forEach(member -> members.put(member.name(), type(member.type())));
        ImmutableMap<String, CelType> types = members.buildOrThrow();
        return StructType.create(kind.name(), types.keySet(), name -> Optional.ofNullable(types.get(name)));
    }

    private static CelType type(ValueType type) {
        return switch (type) {
            case ValueType.Text _ -> SimpleType.STRING;
            case ValueType.Whole _ -> SimpleType.INT;
            case ValueType.Truth _ -> SimpleType.BOOL;
            case ValueType.ListOf(ValueType item) -> ListType.create(type(item));
            case ValueType.Thing(Struct<?> struct) -> StructTypeReference.create(struct.name());
        };
    }
}
