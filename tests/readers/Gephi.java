import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a file as Gephi does and prints, tab-separated: counts, then each node with what Gephi made of it. */
public class Gephi {
  public static void main(String[] arguments) throws Exception {
    System.setOut(new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8"));
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    Graph graph = model.getGraph();
    count("type", graph.getNodes().toArray(), node -> value(model.getNodeTable(), (Node) node, "type"));
    count("relation", graph.getEdges().toArray(), edge -> value(model.getEdgeTable(), (Edge) edge, "relation"));
    for (Node node : graph.getNodes().toArray()) {
      System.out.println(String.join("\t", "node", node.getId().toString(), node.getLabel(),
          String.format("#%06X", node.getColor().getRGB() & 0xFFFFFF), Float.toString(node.size()),
          Float.toString(node.x()), Float.toString(node.y()), value(model.getNodeTable(), node, "aliases"),
          value(model.getNodeTable(), node, "stage")));
    }
    System.exit(0);
  }

  /** The value of the column of a title. */
  private static String value(Table table, Element element, String title) {
    for (Column column : table) {
      if (column.getTitle().equals(title)) return String.valueOf(element.getAttribute(column));
    }
    return "";
  }

  private static void count(String kind, Object[] elements, java.util.function.Function<Object, String> of) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Object element : elements) counts.merge(of.apply(element), 1, Integer::sum);
    counts.forEach((name, count) -> System.out.println(kind + "\t" + name + "\t" + count));
  }
}
