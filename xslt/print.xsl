<?xml version="1.0" encoding="UTF-8"?>
<!-- Print: a text as Typst code for the book template in typst/.

     The code calls functions of the template on strings; text never becomes code.
     Every rule gives strings, which are joined once at the end. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:x-octavo:modes">

  <xsl:import href="params.xsl"/>
  <xsl:import href="slots.xsl"/>
  <xsl:include href="stages/stages.xsl"/>
  <xsl:include href="lib/lib.xsl"/>
  <xsl:include href="lib/blocks.xsl"/>
  <xsl:include href="lib/tables.xsl"/>
  <xsl:include href="print/escape.xsl"/>
  <xsl:include href="print/book.xsl"/>
  <xsl:include href="print/titles.xsl"/>
  <xsl:include href="print/flow.xsl"/>
  <xsl:include href="print/textstructure.xsl"/>
  <xsl:include href="print/headings.xsl"/>
  <xsl:include href="print/core.xsl"/>
  <xsl:include href="print/lists.xsl"/>
  <xsl:include href="print/notes.xsl"/>
  <xsl:include href="print/pieces.xsl"/>
  <xsl:include href="print/facing.xsl"/>
  <xsl:include href="print/linking.xsl"/>
  <xsl:include href="print/namesdates.xsl"/>
  <xsl:include href="print/figures.xsl"/>
  <xsl:include href="print/verse.xsl"/>
  <xsl:include href="print/drama.xsl"/>
  <xsl:include href="print/transcr.xsl"/>
  <xsl:include href="print/textcrit.xsl"/>
  <xsl:include href="print/dictionaries.xsl"/>
  <xsl:include href="print/msdescription.xsl"/>
  <xsl:include href="print/spoken.xsl"/>
  <xsl:include href="print/tagdocs.xsl"/>
  <xsl:include href="print/unhandled.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Where notes stand: foot, chapter (at its end) or end (of the book). -->
  <xsl:param name="notes" as="xs:string" select="'foot'"/>

  <!-- The indexes at the end: person, place, org, bibl. -->
  <xsl:param name="indexes" as="xs:string*" select="'person', 'place'"/>

  <!-- The name of the text font, for the colophon; empty if it is not to be named. -->
  <xsl:param name="font" as="xs:string" select="''"/>

  <!-- Is there an apparatus of variants at the foot of the page? -->
  <xsl:param name="apparatus" as="xs:boolean" select="true()"/>

  <!-- The types of variation that go into a second apparatus. -->
  <xsl:param name="second" as="xs:string*" select="()"/>

  <!-- Does the first letter of a chapter stand over two lines? -->
  <xsl:param name="initials" as="xs:boolean" select="false()"/>

  <!-- Where figures stand: text, or plates (on pages after the text). -->
  <xsl:param name="figures" as="xs:string" select="'text'"/>

  <!-- The text on the pages opposite, a translation for example; nothing if there is none. -->
  <xsl:param name="facing" as="document-node()?" select="()"/>

  <!-- What belongs together on facing pages: what links join, or what is in the same
       place (order). -->
  <xsl:param name="facing-by" as="xs:string" select="'links'"/>

  <!-- How lines are numbered: page, section, none, or auto: by section where there are
       variants in verse, by page where they are in prose. -->
  <xsl:param name="lines" as="xs:string" select="'auto'"/>

  <!-- The images there are: for each the name of its copy, a space, its address. -->
  <xsl:param name="pictures" as="xs:string*" select="()"/>

  <!-- TEI to code; what no rule knows is shown and reported. -->
  <xsl:mode name="m:print" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="#all"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="text()">
    <xsl:variable name="code" as="xs:string*">
      <xsl:apply-templates select="." mode="m:print"/>
    </xsl:variable>
    <xsl:value-of select="string-join($code)"/>
  </xsl:template>
</xsl:stylesheet>
