<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription: additions, deletions, gaps, doubts, supplements, facsimiles.

     Signs that the edition adds (brackets, dots) are made by the style sheet from the
     class, so that the words of the page are those of the text. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:template match="del | fw | am | metamark" as="element()?">
    <xsl:if test="not(f:is-hidden(.))">
      <xsl:call-template name="tp:phrase">
        <xsl:with-param name="as" select="if (self::del) then 'del' else 'span'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="add" as="element()">
    <xsl:call-template name="tp:phrase">
      <xsl:with-param name="as" select="if ($v:diplomatic) then 'ins' else 'span'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="subst | unclear | supplied | damage | surplus | secl | restore | retrace
      | mod | redo[node()] | undo[node()] | hyph" as="element()">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
  <xsl:template match="unclear | supplied | damage | surplus" mode="m:attributes"
      as="attribute()*">
    <xsl:next-match/>
    <xsl:if test="f:has-label(local-name())">
      <xsl:attribute name="title" select="f:label(local-name())"/>
    </xsl:if>
  </xsl:template>
  <!-- A change made again or taken back, which only points to it, shows nothing. -->
  <xsl:template match="redo[not(node())] | undo[not(node())]" as="empty-sequence()"/>
  <xsl:template match="handShift" as="element()">
    <span class="handShift gen" title="{string-join((f:label('handShift'), @medium, @script, @new), ', ')}">‖</span>
  </xsl:template>

  <!-- Where a deletion or an addition over several elements begins and ends. -->
  <xsl:template match="delSpan[$v:diplomatic] | addSpan[$v:diplomatic]" as="element()">
    <xsl:sequence select="fp:span-sign(., 1)"/>
  </xsl:template>
  <xsl:template match="anchor[$v:diplomatic][fp:spans-to(.)]" as="element()+" priority="0.8">
    <xsl:next-match/>
    <xsl:sequence select="fp:spans-to(.) ! fp:span-sign(., 2)"/>
  </xsl:template>
  <xsl:key name="fp:span-to" match="delSpan | addSpan" use="substring-after(@spanTo, '#')"/>
  <xsl:function name="fp:spans-to" as="element()*">
    <xsl:param name="end" as="element()"/>
    <xsl:sequence select="$end/@xml:id ! key('fp:span-to', ., root($end))"/>
  </xsl:function>
  <xsl:function name="fp:span-sign" as="element()">
    <xsl:param name="span" as="element()"/>
    <xsl:param name="end" as="xs:integer"/>
    <xsl:variable name="kind" as="xs:string" select="if ($span/self::delSpan) then 'deleted' else 'added'"/>
    <span class="span-sign gen" title="{f:label($kind)}">{substring(if ($kind = 'deleted') then '⟦⟧' else '⸌⸍', $end, 1)}</span>
  </xsl:function>

  <xsl:template match="gap" as="element()">
    <span class="gap gen" title="{fp:gap(.)}">[…]</span>
  </xsl:template>
  <xsl:template match="space" as="element()">
    <span class="space gen">&#xA0;</span>
  </xsl:template>

  <!-- 'illegible, 3 lines' -->
  <xsl:function name="fp:gap" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="reason" select="($gap/@reason, 'gap')[1]" as="xs:string"/>
    <xsl:sequence select="string-join((
        if (f:has-label($reason)) then f:label($reason) else $reason,
        string-join($gap/(@quantity, @extent, @unit), ' ')[.],
        $gap/desc ! f:plain(.)), ', ')"/>
  </xsl:function>
</xsl:stylesheet>
