<?xml version="1.0" encoding="UTF-8"?>
<!-- Linking: places that are referred to, references to pages and addresses. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <!-- What a place is called in the code. Two texts that face each other may use the
       same names, so those of the second get a sign before them. -->
  <xsl:function name="fp:id" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="f:id($element) ! (fp:sign-of-text($element) || .)"/>
  </xsl:function>
  <xsl:function name="fp:call-id" as="xs:string">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="fp:sign-of-text($call) || f:call-id($call)"/>
  </xsl:function>
  <!-- The id of the note that is called. -->
  <xsl:function name="fp:note-id" as="xs:string">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="
        let $note := f:called($call) return fp:sign-of-text($note) || f:id($note)"/>
  </xsl:function>
  <xsl:function name="fp:sign-of-text" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="if (exists($facing) and root($element) is $facing) then 'facing-' else ''"/>
  </xsl:function>

  <!-- An anchor before what has an id. Divisions, figures and notes have their own, and
       so have indexed names; rows and cells are no place for one. -->
  <xsl:template mode="m:print" as="xs:string*" priority="30" match="
      p | ab | l | u | pb | entry | entryFree | superEntry
      | *[@xml:id or @ref][not(self::figure or self::table or self::note or self::row
          or self::cell)]">
    <xsl:param name="short" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="listing" as="xs:boolean" select="true()" tunnel="yes"/>
    <xsl:if test="
        not($short or fp:is-division(.) or fp:opens(.) or $listing and fp:is-indexed(.))">
      <xsl:sequence select="fp:anchor(.)"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>
  <xsl:function name="fp:anchor" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="$element ! fp:id(.) ! ('anchor(' || f:literal(.) || ');')"/>
  </xsl:function>

  <!-- Are there words among pieces of code, and not only anchors and space? -->
  <xsl:function name="fp:has-words" as="xs:boolean">
    <xsl:param name="code" as="xs:string*"/>
    <xsl:sequence select="
        some $piece in $code satisfies not($piece = 'sp;' or starts-with($piece, 'anchor('))"/>
  </xsl:function>

  <xsl:template match="anchor | index | interp | interpGrp | span | spanGrp | link | linkGrp
      | join | joinGrp | alt | fs | figDesc | binaryObject | handShift | listTranspose | certainty
      | precision | metamark | delSpan | addSpan | damageSpan | lacunaStart | lacunaEnd
      | witStart | witEnd | timeline | divGen | standOff | listAnnotation | annotation" mode="m:print"
      as="empty-sequence()"/>

  <!-- Words that refer to a place of the text, or to an address. -->
  <xsl:template match="ref[@target]" mode="m:print" as="xs:string*">
    <xsl:param name="short" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:call-template name="fp:set"/>
    </xsl:variable>
    <xsl:variable name="opening" as="xs:string?"
        select="if ($short) then () else fp:link(@target)"/>
    <xsl:sequence select="$opening, $words, '});'[exists($opening)]"/>
  </xsl:template>
  <xsl:template match="ref" mode="m:print" as="xs:string*" priority="-0.1">
    <xsl:call-template name="fp:set"/>
  </xsl:template>

  <!-- A pointer has no words: the number of the page stands for them. -->
  <xsl:template match="ptr[@target] | ref[@target][not(normalize-space())]" mode="m:print"
      as="xs:string*" priority="1">
    <xsl:variable name="target" as="element()?" select="f:target(@target)"/>
    <xsl:choose>
      <xsl:when test="$target">page-of({f:literal(fp:id($target))});</xsl:when>
      <xsl:otherwise>
        <xsl:variable name="opening" select="fp:link(@target)" as="xs:string?"/>
        <xsl:sequence select="$opening, f:literal(@target) || ';', '});'[exists($opening)]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The beginning of a link; nothing for a target that a book cannot reach. -->
  <xsl:function name="fp:link" as="xs:string?">
    <xsl:param name="target" as="attribute()"/>
    <xsl:variable name="element" as="element()?" select="f:target($target)"/>
    <xsl:sequence select="
        if (exists($element)) then 'to(' || f:literal(fp:label($element)) || ', {'
        else if (matches($target, '^(https?|mailto):\S+$'))
        then 'web(' || f:literal($target) || ', {'
        else ()"/>
  </xsl:function>

  <!-- What the place of an element is called in the code. -->
  <xsl:function name="fp:label" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::note) then (f:calls-of($element)[1] ! fp:call-id(.), fp:id($element))[1]
        else (fp:id($element), $element/@xml:id, 'nowhere')[1]"/>
  </xsl:function>
</xsl:stylesheet>
