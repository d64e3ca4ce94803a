<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures: captions, tables, formulas; the images themselves are in images.xsl. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="figure" as="element()">
    <xsl:variable name="images" as="element()*"
        select="graphic | media | formula | notatedMusic | figure | binaryObject | *:svg"/>
    <xsl:variable name="caption" as="node()*"
        select="(*, text()[normalize-space()]) except ($images, figDesc)"/>
    <xsl:variable name="above" as="xs:boolean"
        select="($images[normalize-space()][1] >> $caption[1]) = true()"/>
    <figure>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:sequence select="fp:caption($caption[$above])"/>
      <xsl:apply-templates select="$images"/>
      <xsl:if test="empty($images)">
        <xsl:call-template name="tp:missing-image"/>
      </xsl:if>
      <xsl:sequence select="fp:caption($caption[not($above)])"/>
    </figure>
  </xsl:template>
  <xsl:function name="fp:caption" as="element()?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:if test="exists($nodes)">
      <figcaption>
        <xsl:apply-templates select="$nodes | ()"/>
      </figcaption>
    </xsl:if>
  </xsl:function>
  <xsl:template match="figure/head" as="element()">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>

  <!-- A figure described but not drawn yet: its description in place of the image. -->
  <xsl:template name="tp:missing-image" as="element()*">
    <xsl:if test="empty(p | ab | floatingText | table | list | lg | egXML | eg)">
      <div class="no-image gen">
        <span class="label">{f:label('no-image')}</span>
        <xsl:if test="figDesc">
          <xsl:text> </xsl:text>
          <span>{f:plain(figDesc/node())}</span>
        </xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="media[not(@url)]" as="element()" priority="1">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
  <xsl:template match="media" as="element()">
    <a class="media gen" href="{f:image(@url)}">{(f:plain(desc/node())[.], string(@url))[1]}</a>
  </xsl:template>

  <!-- Tables scroll in a frame of their own on narrow screens. -->
  <xsl:template match="table" as="element()">
    <div class="table-frame" role="region" tabindex="0"
        aria-label="{string-join((f:label('table') || ' ' || f:number(., 'table'),
            head ! f:plain(.)[.]), ': ')}">
      <xsl:apply-templates select="* except (head, row, trailer)"/>
      <table>
        <xsl:apply-templates select="." mode="m:attributes"/>
        <xsl:where-populated>
          <caption>
            <xsl:apply-templates select="head/node()"/>
          </caption>
        </xsl:where-populated>
        <tbody>
          <xsl:apply-templates select="row"/>
        </tbody>
      </table>
      <xsl:apply-templates select="trailer"/>
    </div>
  </xsl:template>
  <xsl:template match="table/note | table/pb | table/fw" as="element()*" priority="1">
    <div class="beside-table">
      <xsl:next-match/>
    </div>
  </xsl:template>
  <xsl:template match="row" as="element()">
    <tr>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="*"/>
    </tr>
  </xsl:template>
  <xsl:template match="cell | row/*[not(self::cell)]" as="element()">
    <xsl:variable name="is-label" as="xs:boolean" select="normalize-space() != ''
        and (@role = 'label' or ../@role = 'label' and not(@role = 'data'))"/>
    <xsl:element name="{if ($is-label) then 'th' else 'td'}">
      <xsl:if test="$is-label">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:for-each select="@cols[. castable as xs:positiveInteger][. != '1']">
        <xsl:attribute name="colspan" select="min((1000, xs:integer(.)))"/>
      </xsl:for-each>
      <xsl:for-each select="@rows[. castable as xs:positiveInteger][. != '1']">
        <xsl:attribute name="rowspan" select="min((fp:rows-below(..), xs:integer(.)))"/>
      </xsl:for-each>
      <xsl:if test="f:is-numeric(.)">
        <xsl:attribute name="data-is" select="'number'"/>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- How many rows a cell can span: no more than there are. -->
  <xsl:function name="fp:rows-below" as="xs:integer">
    <xsl:param name="cell" as="element()"/>
    <xsl:sequence select="count($cell/../following-sibling::row) + 1"/>
  </xsl:function>


  <!-- Drawings in SVG likewise: shapes and texts, no links, no script, no styles. -->
  <xsl:template match="*[namespace-uri() = 'http://www.w3.org/2000/svg']" as="element()?"
      priority="-1">
    <xsl:if test="not(local-name() = ('script', 'foreignObject', 'style', 'a', 'use', 'image',
        'set', 'animate', 'animateTransform', 'animateMotion', 'handler', 'feImage'))">
      <xsl:element name="{local-name()}" namespace="http://www.w3.org/2000/svg">
        <xsl:copy-of select="@*[namespace-uri() = ''][not(matches(local-name(), '^(on|href|style)'))]
            [not(matches(., 'url\(|javascript:', 'i'))] except @id"/>
        <xsl:apply-templates/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- MathML goes into the page without what could run or load anything. -->
  <xsl:template match="*[namespace-uri() = 'http://www.w3.org/1998/Math/MathML']" as="element()"
      priority="-1">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:copy-of select="@*[namespace-uri() = ''][local-name() = ('display', 'mathvariant',
          'stretchy', 'fence', 'separator', 'form', 'columnalign', 'rowspan', 'columnspan',
          'accent', 'linethickness', 'dir', 'largeop', 'movablelimits', 'lspace', 'rspace')]"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
