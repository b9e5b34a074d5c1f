import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Opens the database in a Neo4j home, runs the statements of scripts in it, and prints the rows of a query, cells parted by
 * U+001F and rows by U+001E.
 *
 * <p>Neo4j.java HOME QUERY [SCRIPT...]
 */
public class Neo4j {
  public static void main(String[] arguments) throws Exception {
    System.setOut(new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8"));
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[0])).build();
    try {
      GraphDatabaseService database = service.database("neo4j");
      for (int i = 2; i < arguments.length; i++) {
        for (String statement : Files.readString(Path.of(arguments[i])).split(";\n")) {
          database.executeTransactionally(statement);
        }
      }
      try (var transaction = database.beginTx(); var result = transaction.execute(Files.readString(Path.of(arguments[1])))) {
        while (result.hasNext()) {
          Map<String, Object> row = result.next();
          System.out.print(String.join("\u001f", result.columns().stream().map(c -> String.valueOf(row.get(c))).toList()));
          System.out.print("\u001e");
        }
      }
    } finally {
      service.shutdown();
    }
  }
}
