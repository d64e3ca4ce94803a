<?xml version="1.0" encoding="UTF-8"?>
<!-- Choose: which of several wordings a view shows, and what it hides.

     The reading view shows corrected, regular and expanded forms and the lemma;
     the diplomatic view shows the page as it is. What is hidden is declared
     here and nowhere else: the fidelity check takes it from f:hidden. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:x-octavo:variables">

  <xsl:mode name="m:is-hidden" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:variable name="v:diplomatic" as="xs:boolean" static="no" select="$view = 'diplomatic'"/>

  <!-- The child of a choice, or the reading of an apparatus entry, that is shown. -->
  <xsl:function name="f:chosen" as="element()?" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::app) then fp:chosen-reading($element)
        else if ($v:diplomatic)
        then ($element/(sic | orig | abbr | am)[1], $element/*)[1]
        else ($element/(corr | reg | expan | ex)[1], $element/*)[1]"/>
  </xsl:function>

  <!-- Does the view leave this element out? -->
  <xsl:function name="f:is-hidden" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="hidden" as="xs:boolean?">
      <xsl:apply-templates select="$element" mode="m:is-hidden"/>
    </xsl:variable>
    <xsl:sequence select="$hidden = true()"/>
  </xsl:function>

  <!-- The outermost elements of a text that the view leaves out. -->
  <xsl:function name="f:hidden" as="element()*" visibility="public">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="
        for $element in $nodes/self::*
        return if (f:is-hidden($element)) then $element else f:hidden($element/*)"/>
  </xsl:function>

  <xsl:template match="choice/*" mode="m:is-hidden" as="xs:boolean">
    <xsl:sequence select="not(. is f:chosen(..))"/>
  </xsl:template>
  <xsl:template match="app/lem | rdg[ancestor::app]" mode="m:is-hidden" as="xs:boolean">
    <xsl:sequence select="not(. is f:chosen(ancestor::app[1]))"/>
  </xsl:template>
  <xsl:template match="app/note | app/wit | app/witDetail | rdgGrp/wit | rdgGrp/witDetail"
      mode="m:is-hidden" as="xs:boolean">
    <xsl:sequence select="true()"/>
  </xsl:template>
  <!-- Deletions, running heads, catchwords and signs of the writer are of the page. -->
  <xsl:template match="del | delSpan | fw | metamark | am" mode="m:is-hidden" as="xs:boolean"
      priority="-1">
    <xsl:sequence select="not($v:diplomatic)"/>
  </xsl:template>
  <!-- Descriptions of images are alternative texts; stand-off markup and data for
       machines say something about the text and are not part of it. -->
  <xsl:template match="tei:*" mode="m:is-hidden" as="xs:boolean?" priority="-5">
    <xsl:sequence select="map:contains($fp:data, local-name())"/>
  </xsl:template>
  <xsl:variable name="fp:data" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      figDesc index divGen binaryObject interp interpGrp span spanGrp link linkGrp
      join joinGrp alt altGrp timeline when standOff listAnnotation annotation
      certainty precision respons damageSpan addSpan substJoin transpose
      listTranspose fs fvLib fLib xenoData listPrefixDef lacunaStart lacunaEnd
      witStart witEnd move') ! map:entry(., true()))"/>
  <xsl:template match="gap/desc | space/desc | constraintSpec/constraint/*" mode="m:is-hidden" as="xs:boolean">
    <xsl:sequence select="true()"/>
  </xsl:template>
  <!-- A division that only kept notes until they were called. -->
  <xsl:template match="div[.//note]" mode="m:is-hidden" as="xs:boolean">
    <xsl:sequence select="f:is-emptied(.)"/>
  </xsl:template>

  <!-- The reading of the chosen witness, else the lemma, else the first reading. An entry
       that stands apart from the text it is about puts nothing into it. -->
  <xsl:function name="fp:chosen-reading" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="readings" as="element()*" select="f:readings($entry)"/>
    <xsl:sequence select="
        if (f:is-apart($entry)) then ()
        else (f:attested($entry), $readings[self::lem], $readings)[1]"/>
  </xsl:function>

  <!-- The readings of an entry, those in groups too, without those of entries in it. -->
  <xsl:function name="f:readings" as="element()*" visibility="public">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/(lem | rdg | rdgGrp/(lem | rdg | rdgGrp/(lem | rdg)))"/>
  </xsl:function>

  <!-- The reading that the chosen witness is named for, itself or by its group. -->
  <xsl:function name="f:attested" as="element()?" visibility="public">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="fp:names-of-witness(root($entry))"/>
    <xsl:sequence select="
        if ($witness = '') then ()
        else f:readings($entry)[tokenize(string-join((@wit, ../@wit[../self::rdgGrp]), ' '))
            ! replace(., '^.*#', '') = $names][1]"/>
  </xsl:function>
  <xsl:function name="fp:names-of-witness" as="xs:string*" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="
        $witness, key('f:element', $witness, $root)/ancestor::*[self::listWit or self::witness]
          /@xml:id ! string()"/>
  </xsl:function>

  <!-- Is the entry about a text elsewhere, which it names by its place or its two ends? -->
  <xsl:function name="f:is-apart" as="xs:boolean" visibility="public">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        exists($entry/@from) or exists($entry/ancestor::listApp)
        or fp:method(root($entry)) = ('location-referenced', 'double-end-point')"/>
  </xsl:function>
  <xsl:function name="fp:method" as="xs:string" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="string(($root//teiHeader//variantEncoding)[1]/@method)"/>
  </xsl:function>
</xsl:stylesheet>
