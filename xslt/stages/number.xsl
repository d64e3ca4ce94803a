<?xml version="1.0" encoding="UTF-8"?>
<!-- Number: the how-manieth paragraph of its division, note of its document an element is.

     All elements of a kind are counted at once, when the number of one is asked for, and
     remembered for the document: counting what comes before each would be quadratic, and
     an accumulator walks through all nodes for the sake of a few. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0">

  <!-- The number of an element: of a division, paragraph or line in the division around
       it, of a note, call, figure, table, page, entry, utterance, variation, name or inner
       text in the document; of the note of a call ('called') among those that are called. -->
  <xsl:function name="f:number" as="xs:integer" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        (fp:numbers(root($element), $kind)(generate-id($element)), 0)[1]"/>
  </xsl:function>

  <!-- Is the element one of those whose id is the beginning of the ids in it? -->
  <xsl:function name="fp:is-container" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        map:contains($fp:containers, local-name($element)) and exists($element/self::tei:*)"/>
  </xsl:function>
  <xsl:variable name="fp:containers" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize(
      'TEI teiHeader text group front body back floatingText div div0 div1 div2 div3 div4 div5
       div6 div7') ! map:entry(., true()))"/>

  <!-- The division, or part of the text, around an element. -->
  <xsl:function name="fp:container" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        ($element/parent::div, $element/ancestor::*[fp:is-container(.)][1])[1]"/>
  </xsl:function>

  <xsl:function name="fp:numbers" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="elements" select="fp:counted($root, $kind)" as="element()*"/>
    <xsl:variable name="entries" as="map(xs:string, xs:integer)*">
      <xsl:choose>
        <xsl:when test="$kind = ('division', 'paragraph', 'line')">
          <xsl:for-each-group select="$elements" group-by="string(generate-id(fp:container(.)))">
            <xsl:sequence select="fp:counted-up(current-group())"/>
          </xsl:for-each-group>
        </xsl:when>
        <xsl:when test="$kind = 'called'">
          <xsl:for-each-group select="$elements" group-by="generate-id(f:called(.))">
            <xsl:variable name="number" select="position()" as="xs:integer"/>
            <xsl:sequence select="current-group() ! map:entry(generate-id(.), $number)"/>
          </xsl:for-each-group>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="fp:counted-up($elements)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="map:merge($entries)"/>
  </xsl:function>

  <xsl:function name="fp:counted-up" as="map(xs:string, xs:integer)*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="$elements ! map:entry(generate-id(.), position())"/>
  </xsl:function>

  <!-- What is counted under the name of a kind. -->
  <xsl:function name="fp:counted" as="element()*">
    <xsl:param name="root" as="node()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$kind = ('division', 'paragraph', 'line', 'text')">
        <xsl:sequence select="fp:counted-blocks($root, $kind)"/>
      </xsl:when>
      <xsl:when test="$kind = ('call', 'called')">
        <xsl:sequence select="$root//(note | ref | ptr)[f:is-call(.)]"/>
      </xsl:when>
      <xsl:when test="$kind = 'name'">
        <xsl:sequence select="$root//(persName | placeName | orgName | name | rs | title | author
            | geogName)[@ref]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="
            if ($kind = 'note') then $root//note
            else if ($kind = 'figure') then $root//figure
            else if ($kind = 'table') then $root//table
            else if ($kind = 'page') then $root//pb
            else if ($kind = 'entry') then $root//(entry | entryFree | superEntry)
            else if ($kind = 'utterance') then $root//u
            else $root//app"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:counted-blocks" as="element()*">
    <xsl:param name="root" as="node()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        if ($kind = 'paragraph') then $root//(p | ab)
        else if ($kind = 'line') then $root//l
        else if ($kind = 'text') then $root//(TEI | text | floatingText | group)
        else $root//(div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7)"/>
  </xsl:function>
</xsl:stylesheet>
