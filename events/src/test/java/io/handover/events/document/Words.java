package io.handover.events.document;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.JavadocBlockTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the Javadoc in {@code src/main/java} says, as plain text. */
final class Words {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private Words() {}

    /** Of a type. */
    static String of(Class<?> type) {
        return javadoc(type).map(Words::description).orElseThrow(() -> new IllegalStateException("no words: " + type));
    }

    /** Of a component of a record; empty where its name says it all. */
    static Optional<String> of(Class<?> owner, String component) {
        return javadoc(owner).stream()
                .flatMap(words -> words.getBlockTags().stream())
                .filter(tag -> tag.getType() == JavadocBlockTag.Type.PARAM)
                .filter(tag -> tag.getName().filter(component::equals).isPresent())
                .map(tag -> plain(tag.getContent().toText()))
                .findFirst();
    }

    /** Of a constant. */
    static String ofConstant(Class<?> owner, String name) {
        return type(owner).getMembers().stream()
                .filter(member -> member instanceof FieldDeclaration field
                        && field.getVariable(0).getNameAsString().equals(name))
                .flatMap(member -> ((NodeWithJavadoc<?>) member).getJavadoc().stream())
                .map(Words::description)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no words: " + owner + "." + name));
    }

    private static Optional<Javadoc> javadoc(Class<?> type) {
        return type.isMemberClass() || !type.getName().startsWith("io.handover.")
                ? Optional.empty()
                : ((NodeWithJavadoc<?>) type(type)).getJavadoc();
    }

    private static TypeDeclaration<?> type(Class<?> type) {
        Path source = SOURCES.resolve(type.getName().replace('.', '/') + ".java");
        var parser =
                new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21));
        try {
            return parser.parse(source)
                    .getResult()
                    .orElseThrow()
                    .getPrimaryType()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String description(Javadoc words) {
        return plain(words.getDescription().toText());
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain) ([^}]*)}", "$1")
                .replaceAll("io\\.handover\\.events\\.[a-z]+\\.", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
