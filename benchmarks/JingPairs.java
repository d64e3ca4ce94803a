import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validates many documents with Jing in one JVM. The argument is a file with lines "schema TAB
 * document", sorted by schema; for each a line is printed: "schema-error" or the places of the
 * errors as line:column, separated by blanks, empty for a valid document.
 */
public class JingPairs implements ErrorHandler {
  private final List<String> places = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    JingPairs found = new JingPairs();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, found);
    RngProperty.CHECK_ID_IDREF.add(properties);
    StringBuilder out = new StringBuilder();
    String loaded = "";
    ValidationDriver driver = null;
    for (String line : Files.readAllLines(Paths.get(args[0]))) {
      String[] pair = line.split("\t");
      if (!pair[0].equals(loaded)) {
        loaded = pair[0];
        driver = new ValidationDriver(properties.toPropertyMap());
        if (!driver.loadSchema(ValidationDriver.fileInputSource(loaded))) driver = null;
      }
      found.places.clear();
      if (driver != null) {
        try {
          driver.validate(ValidationDriver.fileInputSource(pair[1]));
        } catch (SAXException fatal) {
          found.places.add("fatal");
        }
      }
      out.append(driver == null ? "schema-error" : String.join(" ", found.places)).append('\n');
    }
    System.out.print(out);
  }

  public void error(SAXParseException e) {
    places.add(e.getLineNumber() + ":" + e.getColumnNumber());
  }

  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }

  public void warning(SAXParseException e) {}
}
