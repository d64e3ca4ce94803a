<?xml version="1.0" encoding="UTF-8"?>
<!-- Parameters: every public setting of the stylesheets, its type, its default.

     A house style overrides the default; the command passes what the manifest
     says. Documents of the whole edition come in as trees. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <!-- Which text is shown: reading (corrected, expanded) or diplomatic (as on the page). -->
  <xsl:param name="view" as="xs:string" select="'reading'"/>

  <!-- The siglum of a witness whose readings replace the lemmas; empty for the edited text. -->
  <xsl:param name="witness" as="xs:string" select="''"/>

  <!-- The language of the reader: of labels, dates, navigation. -->
  <xsl:param name="language" as="xs:string" select="'en'"/>

  <!-- From a page to the folder of the site: empty, or ../ for pages in a language of labels
       besides the edition's own, which have a folder of theirs. -->
  <xsl:param name="to-root" as="xs:string" select="''"/>

  <!-- Which divisions become pages of their own: none; part, the top divisions; chapter,
       also those inside parts, books and volumes; section, also those inside
       chapters; or how deep, as a number. -->
  <xsl:param name="split" as="xs:string" select="'chapter'"/>

  <!-- The short name of the document, from which the names of its pages are made. -->
  <xsl:param name="document" as="xs:string" select="'text'"/>

  <!-- The views of the document, the edited text first: the short name of each, its kind. -->
  <xsl:param name="views" as="document-node()?" select="()"/>

  <!-- The edition: title, language, documents, register entries in order; see context.py. -->
  <xsl:param name="edition" as="document-node()?" select="()"/>

  <!-- The images of the document: where each lies, its size, its smaller versions. -->
  <xsl:param name="images" as="document-node()?" select="()"/>

  <!-- The letters in the document: who wrote to whom and when, the letters before and after. -->
  <xsl:param name="letters" as="document-node()?" select="()"/>

  <!-- The registers of the edition: persons, places, organisations, works, witnesses. -->
  <xsl:param name="registers" as="document-node()*" select="()"/>
</xsl:stylesheet>
