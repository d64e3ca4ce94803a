<?xml version="1.0" encoding="UTF-8"?>
<!-- Number: how many divisions, paragraphs, lines, notes, figures came before.

     Accumulators, each made by one walk through the document and only when a
     number is asked for; counting preceding siblings would be quadratic. The mode
     that an entry point starts in must say use-accumulators="#all". Those
     of divisions, paragraphs and lines are stacks, the innermost division first,
     so that the numbers of one division do not depend on another. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions">

  <!-- Of divisions; at a division its own number is the second of the stack. -->
  <xsl:accumulator name="f:division" as="xs:integer+" initial-value="0">
    <xsl:accumulator-rule select="0, head($value) + 1, tail($value)"
        match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>
    <xsl:accumulator-rule select="0, $value"
        match="TEI | teiHeader | text | front | body | back | floatingText"/>
    <xsl:accumulator-rule phase="end" select="tail($value)"
        match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>
    <xsl:accumulator-rule phase="end" select="tail($value)"
        match="TEI | teiHeader | text | front | body | back | floatingText"/>
  </xsl:accumulator>

  <xsl:accumulator name="f:paragraph" as="xs:integer+" initial-value="0">
    <xsl:accumulator-rule match="p | ab" select="head($value) + 1, tail($value)"/>
    <xsl:accumulator-rule select="0, $value"
        match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>
    <xsl:accumulator-rule select="0, $value"
        match="TEI | teiHeader | text | front | body | back | floatingText"/>
    <xsl:accumulator-rule phase="end" select="tail($value)"
        match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>
    <xsl:accumulator-rule phase="end" select="tail($value)"
        match="TEI | teiHeader | text | front | body | back | floatingText"/>
  </xsl:accumulator>

  <xsl:accumulator name="f:line" as="xs:integer+" initial-value="0">
    <xsl:accumulator-rule match="l" select="head($value) + 1, tail($value)"/>
    <xsl:accumulator-rule select="0, $value"
        match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>
    <xsl:accumulator-rule select="0, $value"
        match="TEI | teiHeader | text | front | body | back | floatingText"/>
    <xsl:accumulator-rule phase="end" select="tail($value)"
        match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>
    <xsl:accumulator-rule phase="end" select="tail($value)"
        match="TEI | teiHeader | text | front | body | back | floatingText"/>
  </xsl:accumulator>

  <!-- Of texts inside texts and of documents inside documents. -->
  <xsl:accumulator name="f:text" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="TEI | text | floatingText | group" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Of all notes, and of the calls of notes in the text. -->
  <xsl:accumulator name="f:note" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:call" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note[f:is-call(.)]" select="$value + 1"/>
    <xsl:accumulator-rule match="ref[f:is-call(.)]" select="$value + 1"/>
    <xsl:accumulator-rule match="ptr[f:is-call(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="f:figure" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="figure" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:table" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="table" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:page" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="pb" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:entry" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="entry | entryFree | superEntry" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:utterance" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="u" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="f:variation" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="app" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Of names and works that point into a register. -->
  <xsl:accumulator name="f:name" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="$value + 1"
        match="persName[@ref] | placeName[@ref] | orgName[@ref] | name[@ref]
             | rs[@ref] | title[@ref] | author[@ref] | geogName[@ref]"/>
  </xsl:accumulator>
</xsl:stylesheet>
