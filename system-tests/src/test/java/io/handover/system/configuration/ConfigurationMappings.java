package io.handover.system.configuration;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the interfaces with {@code @ConfigMapping} in a module's sources let one set. */
final class ConfigurationMappings {

    private static final Map<String, String> TYPES = Map.of(
            "Duration", "duration",
            "MemorySize", "size",
            "Path", "file",
            "URI", "URL",
            "String", "text",
            "int", "number",
            "long", "number",
            "double", "number",
            "boolean", "true or false");

    private final JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21));
    private final Map<String, String> presets;

    /**
     * Reads mappings.
     *
     * @param presets what the modules' own properties files set, which goes before what the mappings say
     */
    ConfigurationMappings(Map<String, String> presets) {
        this.presets = presets;
    }

    /** The settings of a module, by key. */
    List<Setting> of(Path module) {
        try (Stream<Path> sources = Files.walk(module.resolve("src/main/java"))) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .filter(ConfigurationMappings::isMapping)
                    .flatMap(source -> settings(parse(source)))
                    .sorted((one, other) -> one.key().compareTo(other.key()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isMapping(Path source) {
        try {
            return Files.readString(source).contains("@ConfigMapping(");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private CompilationUnit parse(Path source) {
        try {
            return parser.parse(source).getResult().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<Setting> settings(CompilationUnit unit) {
        var mapping = (ClassOrInterfaceDeclaration) unit.getPrimaryType().orElseThrow();
        return settings(unit, value(mapping, "ConfigMapping").orElseThrow(), mapping);
    }

    private Stream<Setting> settings(CompilationUnit unit, String prefix, ClassOrInterfaceDeclaration group) {
        return group.getMethods().stream()
                .filter(method -> method.getBody().isEmpty())
                .flatMap(method -> settings(unit, prefix, group, method));
    }

    private Stream<Setting> settings(
            CompilationUnit unit, String prefix, ClassOrInterfaceDeclaration group, MethodDeclaration method) {
        String key = method.isAnnotationPresent("WithParentName")
                ? prefix
                : prefix + "." + value(method, "WithName").orElseGet(() -> kebab(method.getNameAsString()));
        return unit.getInterfaceByName(method.getTypeAsString())
                .or(() -> nested(unit, method.getTypeAsString()))
                .map(inner -> settings(unit, key, inner))
                .orElseGet(() -> Stream.of(setting(unit, key, group, method)));
    }

    private Setting setting(
            CompilationUnit unit, String key, ClassOrInterfaceDeclaration group, MethodDeclaration method) {
        Optional<String> preset = Optional.ofNullable(presets.get(key)).or(() -> value(method, "WithDefault"));
        boolean isOptional = method.getTypeAsString().startsWith("Optional<");
        boolean isMap = method.getTypeAsString().startsWith("Map<");
        return new Setting(
                isMap ? key + ".NAME" : key,
                words(unit, method.getType()),
                preset,
                preset.isEmpty() && !isOptional && !isMap,
                said(unit, group, method));
    }

    private static String words(CompilationUnit unit, Type type) {
        if (type instanceof ClassOrInterfaceType generic
                && generic.getTypeArguments().isPresent()) {
            String last = words(unit, generic.getTypeArguments().get().getLast().orElseThrow());
            return generic.getNameAsString().matches("List|Set") ? "list of " + last : last;
        }
        String name = type.asString();
        return unit.findFirst(EnumDeclaration.class, it -> it.getNameAsString().equals(name))
                .map(ConfigurationMappings::constants)
                .orElseGet(() -> TYPES.getOrDefault(name, name));
    }

    private static String constants(EnumDeclaration type) {
        return type.getEntries().stream()
                .map(entry -> "`" + entry.getNameAsString().toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.joining(" or "));
    }

    /** By itself, or by what it overrides. */
    private static String said(CompilationUnit unit, ClassOrInterfaceDeclaration group, MethodDeclaration method) {
        return method.getJavadoc()
                .map(words -> plain(words.getDescription().toText()))
                .or(() -> group.getExtendedTypes().stream()
                        .flatMap(parent -> nested(unit, parent.getNameAsString()).stream())
                        .flatMap(parent -> parent.getMethodsByName(method.getNameAsString()).stream()
                                .map(overridden -> said(unit, parent, overridden)))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "no words: " + group.getNameAsString() + "." + method.getNameAsString()));
    }

    private static Optional<ClassOrInterfaceDeclaration> nested(CompilationUnit unit, String name) {
        return unit.findFirst(
                ClassOrInterfaceDeclaration.class, it -> it.getNameAsString().equals(name));
    }

    /** Of the annotation's only or first member. */
    private static Optional<String> value(NodeWithAnnotations<?> annotated, String annotation) {
        return annotated
                .getAnnotationByName(annotation)
                .map(ConfigurationMappings::onlyMember)
                .map(value -> value.asStringLiteralExpr().asString());
    }

    private static Expression onlyMember(AnnotationExpr annotation) {
        return annotation.isSingleMemberAnnotationExpr()
                ? annotation.asSingleMemberAnnotationExpr().getMemberValue()
                : annotation
                        .asNormalAnnotationExpr()
                        .getPairs()
                        .getFirst()
                        .orElseThrow()
                        .getValue();
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
