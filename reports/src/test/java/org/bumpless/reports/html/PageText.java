package org.bumpless.reports.html;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bumpless.scenario.result.RunResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page as a test looks at it. */
record PageText(String html) {
  static PageText of(RunResult result) {
    return new PageText(new String(Page.bytes(result), StandardCharsets.UTF_8));
  }

  /** The page as XML, which it is by choice, without what its style and script hold. */
  Document parsed() throws Exception {
    String bare = html;
    for (String name : List.of("style", "script")) {
      int begin = bare.indexOf("<" + name + ">");
      int end = bare.indexOf("</" + name + ">", begin);
      bare = bare.substring(0, begin + name.length() + 2) + bare.substring(end);
    }
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bare.getBytes(StandardCharsets.UTF_8)));
  }

  static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  static List<Element> all(Document document, String name, String kind) {
    return all(document, name).stream()
        .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(kind))
        .toList();
  }
}
