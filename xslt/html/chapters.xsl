<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapters: the pages of a document, and its whole text on one page. -->
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
    xmlns:t="urn:x-octavo:slots"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <!-- What pages of the edition need of a document, and then its pages. -->
  <xsl:template match="*" mode="m:start" as="node()+">
    <xsl:variable name="outline" as="element()*">
      <xsl:apply-templates select=".//text[not(ancestor::text)]" mode="mp:outline"/>
    </xsl:variable>
    <xsl:variable name="pages" select="f:pages(root(.))" as="element()*"/>
    <xsl:call-template name="tp:extract">
      <xsl:with-param name="outline" select="$outline"/>
      <xsl:with-param name="pages" select="$pages"/>
    </xsl:call-template>
    <xsl:if test="not($pages[1]/self::text)">
      <xsl:apply-templates select="$pages" mode="mp:chapter">
        <xsl:with-param name="outline" select="$outline" tunnel="yes"/>
        <xsl:with-param name="places" select="fp:places-in($outline)" tunnel="yes"/>
        <xsl:with-param name="pages" select="$pages"/>
      </xsl:apply-templates>
    </xsl:if>
    <xsl:if test="$pages[1]/self::text or count($pages) != 1">
      <xsl:processing-instruction name="octavo-page" select="$document || '.html'"/>
      <xsl:call-template name="tp:whole">
        <xsl:with-param name="outline" select="$outline"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="tp:facsimiles"/>
    <xsl:call-template name="tp:witnesses"/>
  </xsl:template>

  <!-- The page of a chapter. -->
  <xsl:mode name="mp:chapter" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:template match="*" mode="mp:chapter" as="node()+">
    <xsl:param name="pages" as="element()*"/>
    <xsl:variable name="at" select="position()" as="xs:integer"/>
    <xsl:variable name="neighbours" as="map(xs:string, element()?)"
        select="map{'prev': $pages[$at - 1], 'next': $pages[$at + 1]}"/>
    <xsl:processing-instruction name="octavo-page" select="f:file(.)"/>
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:title(.)"/>
      <xsl:with-param name="kind" select="'chapter'"/>
      <xsl:with-param name="current" select="f:file(.)"/>
      <xsl:with-param name="contents" as="element()?">
        <xsl:call-template name="tp:contents">
          <xsl:with-param name="current" select="f:id(.)"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="links" select="fp:links(root(.), $neighbours, f:facts(root(.), .))"/>
      <xsl:with-param name="subject" select="."/>
      <xsl:with-param name="neighbours" select="$neighbours" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="mp:main" as="node()*">
    <xsl:param name="neighbours" as="map(xs:string, element()?)" tunnel="yes"/>
    <xsl:call-template name="tp:text">
      <xsl:with-param name="nodes" select="f:page-nodes(.)"/>
      <xsl:with-param name="page" select="." tunnel="yes"/>
      <xsl:with-param name="part" select="'chapter'[fp:is-shared(root(current()))] || ''" tunnel="yes"/>
    </xsl:call-template>
    <xsl:call-template name="tp:cite">
      <xsl:with-param name="facts" select="f:facts(root(.), .)"/>
    </xsl:call-template>
    <xsl:call-template name="tp:pager">
      <xsl:with-param name="neighbours" select="$neighbours"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What the head of a page says: looks of the source, its neighbours, its metadata. -->
  <xsl:function name="fp:links" as="element()*">
    <xsl:param name="root" as="node()"/>
    <xsl:param name="neighbours" as="map(xs:string, element()?)"/>
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:sequence select="fp:looks-of-source($root), fp:neighbour-links($neighbours)"/>
    <xsl:call-template name="tp:metadata">
      <xsl:with-param name="facts" select="$facts"/>
    </xsl:call-template>
    <script src="{$to-root}assets/places.js" defer="defer"/>
  </xsl:function>

  <xsl:function name="fp:neighbour-links" as="element()*">
    <xsl:param name="neighbours" as="map(xs:string, element()?)"/>
    <xsl:for-each select="'prev', 'next'">
      <xsl:variable name="page" select="$neighbours(.)" as="element()?"/>
      <xsl:if test="exists($page)">
        <link rel="{.}" href="{f:file($page)}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:template name="tp:whole" as="element()">
    <xsl:param name="outline" as="element()*"/>
    <xsl:call-template name="tp:page">
      <xsl:with-param name="title" select="f:document-title(root(.))"/>
      <xsl:with-param name="kind" select="'whole'"/>
      <xsl:with-param name="current" select="$document || '.html'"/>
      <xsl:with-param name="links" select="fp:links(root(.), map{}, f:facts(root(.), ()))"/>
      <xsl:with-param name="contents" as="element()?">
        <xsl:call-template name="tp:contents">
          <xsl:with-param name="outline" select="$outline[e:part or count($outline) gt 1]"
              tunnel="yes"/>
          <xsl:with-param name="whole" select="true()"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="subject" select="root(.)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="/" mode="mp:main" as="node()*">
    <xsl:for-each select="*">
      <xsl:call-template name="tp:text">
        <xsl:with-param name="nodes" select=".//text[not(ancestor::text)]"/>
        <xsl:with-param name="title" select="f:document-title(root(.))"/>
        <xsl:with-param name="part" select="'whole'[fp:is-shared(root(current()))] || ''" tunnel="yes"/>
      </xsl:call-template>
      <xsl:call-template name="tp:cite">
        <xsl:with-param name="facts" select="f:facts(root(.), ())"/>
      </xsl:call-template>
      <xsl:for-each select="f:pages(root(.))[not(self::text or fp:is-single(root(.)))][1]">
        <nav class="pager" aria-label="{f:label('pager')}">
          <a class="up by-chapter" href="{f:file(.)}">
            <span>{f:label('by-chapter')}</span>
          </a>
        </nav>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The text of a page, its apparatus, its notes. -->
  <xsl:template name="tp:text" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="title" as="xs:string" select="f:title(.)"/>
    <xsl:call-template name="t:before-text"/>
    <xsl:call-template name="tp:views">
      <xsl:with-param name="nodes" select="$nodes"/>
    </xsl:call-template>
    <xsl:call-template name="tp:correspondence"/>
    <xsl:call-template name="tp:addresses"/>
    <article class="text" data-view="{$view}">
      <xsl:sequence select="f:language-of(($nodes/self::*, .)[1])"/>
      <xsl:call-template name="tp:article">
        <xsl:with-param name="nodes" select="$nodes"/>
        <xsl:with-param name="title" select="$title"/>
      </xsl:call-template>
    </article>
    <xsl:call-template name="tp:apparatus">
      <xsl:with-param name="nodes" select="$nodes"/>
    </xsl:call-template>
    <xsl:call-template name="tp:notes">
      <xsl:with-param name="nodes" select="$nodes"/>
    </xsl:call-template>
    <xsl:call-template name="t:after-text"/>
  </xsl:template>

  <!-- A text has one heading of the first level: its own, else one that is made, which
       only the page of a whole text shows. -->
  <xsl:template name="tp:article" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="whole" as="xs:boolean" select="exists($nodes/self::text)"/>
    <xsl:variable name="own-heading" as="xs:boolean" select="not($whole) and exists(head[1][normalize-space() or *])"/>
    <xsl:if test="not($own-heading)">
      <h1 class="gen{' quiet'[not($whole)]}">{$title}</h1>
    </xsl:if>
    <xsl:apply-templates select="$nodes">
      <xsl:with-param name="level" tunnel="yes"
          select="if ($own-heading and fp:is-division(.) and $nodes intersect .) then 0 else 1"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Previous, whole text, next. -->
  <xsl:template name="tp:pager" as="element()">
    <xsl:param name="neighbours" as="map(xs:string, element()?)"/>
    <nav class="pager" aria-label="{f:label('pager')}">
      <xsl:sequence select="fp:neighbour($neighbours, 'prev', 'previous')"/>
      <a class="up" href="{$document}.html#{f:id(.)}">
        <span>{f:label('whole-text')}</span>
      </a>
      <xsl:sequence select="fp:neighbour($neighbours, 'next', 'next')"/>
    </nav>
  </xsl:template>

  <xsl:function name="fp:neighbour" as="element()?">
    <xsl:param name="neighbours" as="map(xs:string, element()?)"/>
    <xsl:param name="rel" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:for-each select="$neighbours($rel)">
      <a rel="{$rel}" href="{f:file(.)}">
        <span>{f:label($label)}</span>
        <xsl:text> </xsl:text>
        <b>{f:title(.)}</b>
      </a>
    </xsl:for-each>
  </xsl:function>

  <xsl:key name="fp:document" match="e:document" use="@id"/>

  <!-- The title of a document: that of the edition's context, else of its header. -->
  <xsl:function name="f:document-title" as="xs:string" visibility="public">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="
        ($edition ! key('fp:document', $v:source, .)/@title ! string()[.],
         $root/*/teiHeader/fileDesc/titleStmt/title ! f:plain(.)[.], f:label('text'))[1]"/>
  </xsl:function>
</xsl:stylesheet>
