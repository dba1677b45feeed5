package io.handover.deploy.kubernetes;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The properties of {@code @ConfigMapping} interfaces, read from their sources. */
final class Mappings {

    static {
        StaticJavaParser.getParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);
    }

    private Mappings() {}

    /** Names such as {@code handover.audit.signing-key}; {@code *} stands for the keys of a map. */
    static Stream<String> propertiesIn(Path source) {
        if (!Folder.text(source).contains("@ConfigMapping(")) {
            return Stream.empty();
        }
        CompilationUnit unit;
        try {
            unit = StaticJavaParser.parse(source);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return unit.findAll(ClassOrInterfaceDeclaration.class).stream()
                .flatMap(
                        type -> text(type, "ConfigMapping").stream().flatMap(prefix -> properties(unit, type, prefix)));
    }

    private static Stream<String> properties(CompilationUnit unit, ClassOrInterfaceDeclaration type, String prefix) {
        Stream<String> inherited = type.getExtendedTypes().stream()
                .flatMap(parent -> nested(unit, parent.getNameAsString()).stream())
                .flatMap(parent -> properties(unit, parent, prefix));
        Stream<String> own = type.getMethods().stream()
                .filter(method -> method.getBody().isEmpty())
                .flatMap(method -> property(unit, method, prefix));
        return Stream.concat(inherited, own);
    }

    private static Stream<String> property(CompilationUnit unit, MethodDeclaration method, String prefix) {
        String name = prefix + "." + text(method, "WithName").orElseGet(() -> kebab(method.getNameAsString()));
        String type = method.getType().asString();
        if (type.startsWith("Map<")) {
            return Stream.of(name + ".*");
        }
        return nested(unit, type).map(group -> properties(unit, group, name)).orElseGet(() -> Stream.of(name));
    }

    private static Optional<ClassOrInterfaceDeclaration> nested(CompilationUnit unit, String name) {
        return unit.findFirst(
                ClassOrInterfaceDeclaration.class,
                type -> type.isInterface() && type.getNameAsString().equals(name));
    }

    /** The text that an annotation gives. */
    private static Optional<String> text(NodeWithAnnotations<?> node, String annotation) {
        return node.getAnnotationByName(annotation)
                .map(AnnotationExpr::toString)
                .filter(source -> source.contains("\""))
                .map(source -> source.substring(source.indexOf('"') + 1, source.lastIndexOf('"')));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
