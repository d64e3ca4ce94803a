<?xml version="1.0" encoding="UTF-8"?>
<!-- E-book: the files of an EPUB 3.3, made by the rules of the web edition.

     Only what a reading system asks for differs: the frame of a page, notes that pop
     up, page breaks, links that stay inside the book, and what describes the book. The
     result is the package document; the program that calls this packs the files. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:import href="html.xsl"/>
  <xsl:include href="epub/accessibility.xsl"/>
  <xsl:include href="epub/book.xsl"/>
  <xsl:include href="epub/finish.xsl"/>
  <xsl:include href="epub/images.xsl"/>
  <xsl:include href="epub/linking.xsl"/>
  <xsl:include href="epub/metadata.xsl"/>
  <xsl:include href="epub/navigation.xsl"/>
  <xsl:include href="epub/notes.xsl"/>
  <xsl:include href="epub/package.xsl"/>
  <xsl:include href="epub/page.xsl"/>
  <xsl:include href="epub/people.xsl"/>
  <xsl:include href="epub/registers.xsl"/>
  <xsl:include href="epub/types.xsl"/>

  <!-- The files the book holds besides its text: images, fonts, style sheets, each an
       e:resource with its address in the book, its media type and, for an image, the
       address the text uses. -->
  <xsl:param name="resources" as="document-node()?" select="()"/>

  <!-- What names the book for good if its header gives no ISBN, URN or DOI. -->
  <xsl:param name="identifier" as="xs:string" select="'urn:x-octavo:book'"/>
</xsl:stylesheet>
