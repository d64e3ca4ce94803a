<?xml version="1.0" encoding="UTF-8"?>
<!-- Units: the headings, paragraphs, lines and speeches of a text that is shown beside
     others, each with its ids, its links and its place in the order of divisions. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <!-- The units of a document for each set of parallel texts that it is in. -->
  <xsl:template name="tp:units" as="element()*">
    <xsl:variable name="whole" as="element()" select="."/>
    <xsl:for-each select="$edition/*/e:parallel/e:text[@id = $document]">
      <xsl:variable name="top" as="element()*" select="
          if (@part != '') then key('f:element', @part, root($whole))[1]
          else $whole//text[not(ancestor::text)]"/>
      <e:units in="{../@id}" part="{@part}" file="{$document}.html"
          title="{(@part[. != ''] ! $top ! f:title(.), f:document-title(root($whole)))[1]}">
        <xsl:for-each select="$top[1]">
          <xsl:sequence select="f:language-of(.)"/>
        </xsl:for-each>
        <xsl:apply-templates select="$top" mode="mp:units">
          <xsl:with-param name="top" select="$top" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:for-each select="root($whole)//link[@target]">
          <e:link ids="{tokenize(@target) ! substring-after(., '#')}"/>
        </xsl:for-each>
      </e:units>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="mp:units" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:template match="*[fp:is-frame-of-units(.)]" mode="mp:units" as="element()*" priority="1">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>
  <xsl:template match="*" mode="mp:units" as="element()?">
    <xsl:param name="top" as="element()*" tunnel="yes"/>
    <xsl:variable name="opened" as="element()*" select="fp:opened(., $top)"/>
    <xsl:variable name="page" as="element()?" select="f:page-of(.)"/>
    <xsl:if test="not(f:is-hidden(.)) and (normalize-space() or .//graphic)">
      <e:unit ids="{($opened, .) ! (@xml:id, f:id(.))}" place="{fp:place-of-unit(., $top)}"
          links="{($opened, .) ! (@corresp, @sameAs) ! tokenize(.) ! substring-after(., '#')}"
          file="{($page ! f:file(.), $document || '.html')[1]}"
          page="{($page ! f:id(.), '')[1]}">
        <xsl:apply-templates select=".">
          <xsl:with-param name="page" select="root(.)/*" tunnel="yes"/>
          <xsl:with-param name="level" select="2" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:where-populated>
          <ul class="readings">
            <xsl:apply-templates select="descendant-or-self::app[f:readings(.)]" mode="m:apparatus"/>
          </ul>
        </xsl:where-populated>
      </e:unit>
    </xsl:if>
  </xsl:template>
  <xsl:template match="pb | cb | fw | milestone | note | index | link | linkGrp" mode="mp:units"
      as="empty-sequence()" priority="2"/>

  <!-- What is no unit but holds units. -->
  <xsl:function name="fp:is-frame-of-units" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::text or self::front or self::body or self::back or self::group
          or self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::div5
          or self::lg or self::opener or self::closer or self::titlePage])"/>
  </xsl:function>

  <!-- The divisions and stanzas that begin with a unit. -->
  <xsl:function name="fp:opened" as="element()*">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="top" as="element()*"/>
    <xsl:sequence select="
        $unit/parent::*[fp:is-frame-of-units(.)][not(. intersect $top)]
          [$unit is *[not(self::pb or self::milestone or self::note)][1]]
        ! (fp:opened(., $top), .)"/>
  </xsl:function>

  <!-- Its number in its division, after those of the divisions around: '2.1:3'. -->
  <xsl:function name="fp:place-of-unit" as="xs:string">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="top" as="element()*"/>
    <xsl:variable name="frames" as="element()*"
        select="$unit/ancestor::*[fp:is-frame-of-units(.)][. >> $top[1]]"/>
    <xsl:sequence select="
        string-join($frames ! (local-name() || fp:rank(.)), '.') || ':'
        || (if ($unit/self::head) then 'head' else '') || fp:rank($unit)"/>
  </xsl:function>
  <xsl:function name="fp:rank" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="fp:ranks(root($element))(generate-id($element))"/>
  </xsl:function>
  <xsl:function name="fp:ranks" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:map>
      <xsl:for-each select="$root//*[fp:is-frame-of-units(.)]">
        <xsl:for-each-group select="* except (pb | cb | milestone | note | fw)"
            group-by="if (fp:is-frame-of-units(.)) then local-name()
                else if (self::head) then 'head' else 'unit'">
          <xsl:for-each select="current-group()">
            <xsl:map-entry key="generate-id(.)" select="position()"/>
          </xsl:for-each>
        </xsl:for-each-group>
      </xsl:for-each>
      <xsl:map-entry key="''" select="0"/>
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>
