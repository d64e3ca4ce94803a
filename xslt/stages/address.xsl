<?xml version="1.0" encoding="UTF-8"?>
<!-- Address: one stable id for every division, paragraph, line, note, figure.

     The xml:id where there is one, else a name made from the position: of a
     division from those around it (body-3-2), of a paragraph or line from its
     division (body-3-p12, body-3-l4), of notes, figures, tables, pages and names
     from the document (note7, figure2, page17). All outputs use these ids.
     Made ids never meet: those with a hyphen end in what tells the kind, those
     without have a kind and a number, and an id of the source is never taken. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:mode name="m:address" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:key name="fp:page-number" match="pb[@n]" use="fp:slug(@n)"/>

  <!-- The ids of the divisions around, the innermost first. Kept on the way, since the
       ids of all paragraphs and lines begin with one. -->
  <xsl:accumulator name="fp:around" as="xs:string*" initial-value="()">
    <xsl:accumulator-rule select="fp:identified(., ($value, 'top')[1]), $value"
        match="TEI | teiHeader | text | group | front | body | back | floatingText | div | div0
             | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>
    <xsl:accumulator-rule phase="end" select="tail($value)"
        match="TEI | teiHeader | text | group | front | body | back | floatingText | div | div0
             | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>
  </xsl:accumulator>

  <!-- The id of an element; empty for one that has none and needs none. -->
  <xsl:function name="f:id" as="xs:string?" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="nearest" as="xs:string"
        select="($element/accumulator-before('fp:around'), 'top')[1]"/>
    <xsl:sequence select="
        if (map:contains($fp:containers, local-name($element))) then $nearest
        else fp:identified($element, $nearest)"/>
  </xsl:function>
  <xsl:variable name="fp:containers" as="map(xs:string, xs:boolean)" select="map:merge((
      tokenize('TEI teiHeader text group front body back floatingText div div0 div1 div2 div3')
      , tokenize('div4 div5 div6 div7')) ! map:entry(., true()))"/>

  <xsl:function name="fp:identified" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="around" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$element/@xml:id and fp:is-word($element/@xml:id)
          and key('f:element', $element/@xml:id, root($element))[1] is $element">
        <xsl:sequence select="string($element/@xml:id)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="made" as="xs:string?">
          <xsl:apply-templates select="$element" mode="m:address">
            <xsl:with-param name="around" select="$around"/>
          </xsl:apply-templates>
        </xsl:variable>
        <xsl:sequence select="$made ! fp:free(., root($element))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:is-word" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$id != '' and normalize-space($id) = $id and not(contains($id, ' '))"/>
  </xsl:function>

  <!-- The id of the place where a note is called. -->
  <xsl:function name="f:call-id" as="xs:string" visibility="public">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="
        fp:free('call' || $call ! accumulator-before('f:call'), root($call))"/>
  </xsl:function>

  <xsl:template mode="m:address" as="xs:string"
      match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <xsl:param name="around" as="xs:string"/>
    <xsl:sequence select="
        $around || '-' || accumulator-before('f:division')[2]"/>
  </xsl:template>
  <xsl:template match="teiHeader | front | body | back" mode="m:address" as="xs:string">
    <xsl:param name="around" as="xs:string"/>
    <xsl:variable name="name" select="replace(local-name(), '^tei', '') => lower-case()"/>
    <xsl:sequence select="
        if (count(ancestor::*) le 2) then $name else $around || '-' || $name"/>
  </xsl:template>
  <xsl:template match="text | floatingText | TEI | group" mode="m:address" as="xs:string">
    <xsl:variable name="name" select="lower-case(local-name())"/>
    <xsl:sequence select="
        if (count(ancestor::*) le 1) then $name
        else $name || accumulator-before('f:text')"/>
  </xsl:template>
  <xsl:template match="titlePage" mode="m:address" as="xs:string">
    <xsl:param name="around" as="xs:string"/>
    <xsl:variable name="before" select="count(preceding-sibling::titlePage)"/>
    <xsl:sequence select="$around || '-title' || $before[. gt 0]"/>
  </xsl:template>
  <xsl:template match="p | ab" mode="m:address" as="xs:string">
    <xsl:param name="around" as="xs:string"/>
    <xsl:sequence select="$around || '-p' || head(accumulator-before('f:paragraph'))"/>
  </xsl:template>
  <xsl:template match="l" mode="m:address" as="xs:string">
    <xsl:param name="around" as="xs:string"/>
    <xsl:sequence select="$around || '-l' || head(accumulator-before('f:line'))"/>
  </xsl:template>
  <xsl:template match="note" mode="m:address" as="xs:string">
    <xsl:sequence select="'note' || accumulator-before('f:note')"/>
  </xsl:template>
  <xsl:template match="figure" mode="m:address" as="xs:string">
    <xsl:sequence select="'figure' || accumulator-before('f:figure')"/>
  </xsl:template>
  <xsl:template match="table" mode="m:address" as="xs:string">
    <xsl:sequence select="'table' || accumulator-before('f:table')"/>
  </xsl:template>
  <xsl:template match="app" mode="m:address" as="xs:string">
    <xsl:sequence select="'app' || accumulator-before('f:variation')"/>
  </xsl:template>
  <xsl:template match="entry | entryFree | superEntry" mode="m:address" as="xs:string">
    <xsl:sequence select="'entry' || accumulator-before('f:entry')"/>
  </xsl:template>
  <xsl:template match="u" mode="m:address" as="xs:string">
    <xsl:sequence select="'utterance' || accumulator-before('f:utterance')"/>
  </xsl:template>
  <xsl:template match="pb" mode="m:address" as="xs:string">
    <xsl:variable name="slug" select="@n ! fp:slug(.)[.]" as="xs:string?"/>
    <xsl:sequence select="
        if (exists($slug) and count(key('fp:page-number', $slug)) = 1) then 'page' || $slug
        else 'pb' || accumulator-before('f:page')"/>
  </xsl:template>
  <xsl:template mode="m:address" as="xs:string"
      match="persName[@ref] | placeName[@ref] | orgName[@ref] | name[@ref]
           | rs[@ref] | title[@ref] | author[@ref] | geogName[@ref]">
    <xsl:sequence select="'name' || accumulator-before('f:name')"/>
  </xsl:template>
  <xsl:template match="*" mode="m:address" as="empty-sequence()" priority="-1"/>

  <!-- Letters and digits of a page number: '[12 r]' becomes '12r'. -->
  <xsl:function name="fp:slug" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="replace($number, '[^\p{L}\p{N}]', '')"/>
  </xsl:function>

  <!-- A made id, changed if the source uses it already. -->
  <xsl:function name="fp:free" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="
        if (exists(key('f:element', $id, $root))) then fp:free($id || '_', $root) else $id"/>
  </xsl:function>
</xsl:stylesheet>
