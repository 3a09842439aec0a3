package com.athento.deployment.bench;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * Measures the house: how long its files and methods are, how many types its rooms show each other, and which room
 * names which table in its SQL. Prints, and judges nothing. Without a build: {@code java
 * src/test/java/com/athento/deployment/bench/House.java}, in the folder of the project.
 */
public final class House {

    private static final Path MAIN = Path.of("src/main/java/com/athento/deployment");
    private static final Path TABLES = Path.of("src/main/resources/db");
    private static final Pattern TABLE =
            Pattern.compile("create table (?:if not exists )?(\\w+)", Pattern.CASE_INSENSITIVE);

    private final Trees trees;
    private final List<Integer> files = new ArrayList<>();
    private final List<Integer> methods = new ArrayList<>();
    private final Map<String, Integer> shown = new TreeMap<>();
    private final Map<String, TreeSet<String>> rooms = new TreeMap<>();
    private final Pattern tables;

    private House(Trees trees, Pattern tables) {
        this.trees = trees;
        this.tables = tables;
    }

    public static void main(String... none) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(MAIN)) {
            var paths = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, manager, problem -> {}, null, null, manager.getJavaFileObjectsFromPaths(paths));
            var house = new House(Trees.instance(task), anyOf(tables()));
            for (var unit : task.parse()) {
                house.measure(unit);
            }
            house.print();
        }
    }

    /** All tables that the migrations make, the demo's with them. */
    public static List<String> tables() throws IOException {
        try (Stream<Path> migrations = Files.walk(TABLES)) {
            var texts = new ArrayList<String>();
            for (var migration : migrations.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(migration));
            }
            return texts.stream()
                    .flatMap(text -> TABLE.matcher(text).results())
                    .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** Where SQL names a table; a column may be called like one. */
    private static Pattern anyOf(List<String> names) {
        return Pattern.compile(
                "\\b(?:from|join|into|update)\\s+(" + String.join("|", names) + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private void measure(CompilationUnitTree unit) {
        files.add(lines(unit, unit));
        var path = MAIN.relativize(Path.of(unit.getSourceFile().getName()));
        var room = path.getNameCount() > 1 ? path.getName(0).toString() : "";
        unit.getTypeDecls().stream()
                .filter(type -> type instanceof ClassTree known
                        && known.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .forEach(type -> shown.merge(String.valueOf(path.getParent()), 1, Integer::sum));
        unit.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        if (method.getBody() != null
                                && trees.getSourcePositions().getEndPosition(unit, method) >= 0) {
                            methods.add(lines(unit, method));
                        }
                        return super.visitMethod(method, null);
                    }

                    @Override
                    public Void visitLiteral(LiteralTree literal, Void nothing) {
                        if (literal.getValue() instanceof String text) {
                            tables.matcher(text)
                                    .results()
                                    .forEach(table -> rooms.computeIfAbsent(
                                                    table.group(1).toLowerCase(Locale.ROOT), name -> new TreeSet<>())
                                            .add(room));
                        }
                        return super.visitLiteral(literal, null);
                    }
                },
                null);
    }

    private int lines(CompilationUnitTree unit, Tree tree) {
        var positions = trees.getSourcePositions();
        var map = unit.getLineMap();
        var begin = tree == unit ? 1 : map.getLineNumber(positions.getStartPosition(unit, tree));
        return (int) (map.getLineNumber(positions.getEndPosition(unit, tree)) - begin + 1);
    }

    private void print() {
        var show = List.copyOf(shown.values());
        System.out.printf(
                "%d files; lines of a file %s, of a method %s (%d methods); public types of a package %s, most %d%n",
                files.size(),
                middle(files),
                middle(methods),
                methods.size(),
                middle(show),
                show.stream().mapToInt(Integer::intValue).max().orElse(0));
        System.out.printf(
                "%d pairs of room and table, %d tables in more than one room%n",
                rooms.values().stream().mapToInt(TreeSet::size).sum(),
                rooms.values().stream().filter(names -> names.size() > 1).count());
        rooms.forEach((table, names) ->
                System.out.println("  " + table + ": " + names.stream().collect(Collectors.joining(", "))));
    }

    /** The median and the 95th percentile. */
    private static String middle(List<Integer> figures) {
        var sorted = figures.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2) + "/" + sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
