<?xml version="1.0" encoding="UTF-8"?>
<!-- Book: the files of an e-book in the order of reading.

     They are made first and described afterwards, so that contents, page list and
     package tell of what the book really holds. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:template match="*" mode="m:start" as="element()">
    <xsl:variable name="outline" as="element()*">
      <xsl:apply-templates select=".//text[not(ancestor::text)]" mode="mp:outline"/>
    </xsl:variable>
    <xsl:variable name="made" as="document-node()">
      <xsl:document>
        <e:book>
          <xsl:call-template name="ep:files">
            <xsl:with-param name="outline" select="$outline"/>
          </xsl:call-template>
        </e:book>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="book" select="ep:finished($made)" as="document-node()"/>
    <xsl:call-template name="ep:write">
      <xsl:with-param name="book" select="$book"/>
      <xsl:with-param name="outline" select="$outline"/>
    </xsl:call-template>
    <xsl:call-template name="ep:package">
      <xsl:with-param name="book" select="$book"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The files as e:file: cover, title page, contents, text, registers, about. -->
  <xsl:template name="ep:files" as="element()*">
    <xsl:param name="outline" as="element()*"/>
    <xsl:variable name="pages" select="f:pages(root(.))" as="element()*"/>
    <xsl:variable name="title-page" select="$pages[self::titlePage][1]" as="element()?"/>
    <xsl:call-template name="ep:cover"/>
    <xsl:choose>
      <xsl:when test="exists($title-page)">
        <xsl:sequence select="$pages[not(. >> $title-page)] ! ep:chapter-file(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ep:title-file"/>
      </xsl:otherwise>
    </xsl:choose>
    <e:file name="nav.xhtml" kind="toc"/>
    <xsl:sequence
        select="$pages[empty($title-page) or . >> $title-page] ! ep:chapter-file(.)"/>
    <xsl:call-template name="ep:register-files">
      <xsl:with-param name="outline" select="$outline"/>
    </xsl:call-template>
    <xsl:call-template name="ep:about-file"/>
  </xsl:template>

  <!-- A part of the text, as the web edition shows it. -->
  <xsl:function name="ep:chapter-file" as="element()">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="title" as="xs:string"
        select="if ($page/self::text) then f:document-title(root($page)) else f:title($page)"/>
    <e:file name="{f:file($page)}" title="{$title}" kind="{ep:kind-of-page($page)}">
      <xsl:for-each select="$page">
        <xsl:call-template name="tp:page">
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="kind" select="ep:kind-of-page(.)"/>
          <xsl:with-param name="subject" select="."/>
          <xsl:with-param name="main" as="element()*">
            <xsl:call-template name="tp:text">
              <xsl:with-param name="nodes" select="f:page-nodes(.)"/>
              <xsl:with-param name="title" select="$title"/>
              <xsl:with-param name="page" select="." tunnel="yes"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </e:file>
  </xsl:function>

  <xsl:function name="ep:kind-of-page" as="xs:string">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="frame" as="element()?"
        select="$page/ancestor-or-self::*[self::front or self::body or self::back][last()]"/>
    <xsl:sequence select="
        if ($page/self::titlePage) then 'titlepage'
        else if ($frame/self::front) then 'frontmatter'
        else if ($frame/self::back) then 'backmatter'
        else 'bodymatter'"/>
  </xsl:function>

  <xsl:template name="ep:cover" as="element()?">
    <xsl:for-each select="$resources//e:resource[@cover = 'true'][1]">
      <xsl:variable name="words" select="f:phrase('cover-of', $v:book-title)"/>
      <e:file name="cover.xhtml" title="{f:label('cover')}" kind="cover">
        <xsl:call-template name="tp:page">
          <xsl:with-param name="title" select="f:label('cover')"/>
          <xsl:with-param name="kind" select="'cover'"/>
          <xsl:with-param name="main" as="element()*">
            <img class="cover" src="{@href}" alt="{$words}" role="doc-cover"/>
          </xsl:with-param>
        </xsl:call-template>
      </e:file>
    </xsl:for-each>
  </xsl:template>

  <!-- A title page made of what is known, for a text without one. -->
  <xsl:template name="ep:title-file" as="element()">
    <e:file name="title.xhtml" title="{f:label('titlePage')}" kind="titlepage">
      <xsl:call-template name="tp:page">
        <xsl:with-param name="title" select="f:label('titlePage')"/>
        <xsl:with-param name="kind" select="'titlepage'"/>
        <xsl:with-param name="main" as="element()*">
          <section class="title-page gen">
            <xsl:call-template name="ep:title-lines"/>
          </section>
        </xsl:with-param>
      </xsl:call-template>
    </e:file>
  </xsl:template>
  <xsl:template name="ep:title-lines" as="element()*">
    <xsl:variable name="facts" select="$edition/*" as="element()?"/>
    <xsl:for-each select="ep:names-of(., 'aut')[1]">
      <p class="author">{string-join(., ', ')}</p>
    </xsl:for-each>
    <h1>{f:book-title(root(.))}</h1>
    <xsl:for-each select="$facts[count(e:document) lt 2]/@subtitle[. != '']">
      <p class="subtitle">{.}</p>
    </xsl:for-each>
    <xsl:variable name="imprint" as="xs:string*"
        select="($facts/(@publisher, @place) ! string(), $facts/@date ! substring(., 1, 4))[.]"/>
    <xsl:if test="exists($imprint)">
      <p class="imprint">{string-join($imprint, ' · ')}</p>
    </xsl:if>
  </xsl:template>

  <!-- The header of the text as facts: source, terms of use, encoding. -->
  <xsl:template name="ep:about-file" as="element()?">
    <xsl:variable name="facts" as="element()*">
      <xsl:apply-templates select="teiHeader" mode="m:facts"/>
    </xsl:variable>
    <xsl:if test="exists($facts/*)">
      <e:file name="about.xhtml" title="{f:label('about-edition')}" kind="about">
        <xsl:call-template name="tp:page">
          <xsl:with-param name="title" select="f:label('about-edition')"/>
          <xsl:with-param name="kind" select="'about'"/>
          <xsl:with-param name="main" as="element()*">
            <h1>{f:label('about-edition')}</h1>
            <xsl:apply-templates select="$facts" mode="mp:without-id"/>
          </xsl:with-param>
        </xsl:call-template>
      </e:file>
    </xsl:if>
  </xsl:template>

  <!-- Write every file; the contents are made now that all others are known. -->
  <xsl:template name="ep:write" as="empty-sequence()">
    <xsl:param name="book" as="document-node()"/>
    <xsl:param name="outline" as="element()*"/>
    <xsl:for-each select="$book/*/e:file[*]">
      <xsl:result-document href="{@name}" format="fp:page">
        <xsl:copy-of select="*" copy-namespaces="no"/>
      </xsl:result-document>
    </xsl:for-each>
    <xsl:result-document href="nav.xhtml" format="fp:page">
      <xsl:call-template name="ep:navigation">
        <xsl:with-param name="book" select="$book"/>
        <xsl:with-param name="outline" select="$outline"/>
      </xsl:call-template>
    </xsl:result-document>
  </xsl:template>
</xsl:stylesheet>
