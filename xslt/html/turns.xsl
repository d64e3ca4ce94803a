<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns: from a page of a text to the same place in its translation, or beside it.

     Which place that is, is known only when all texts are made. So a page links to an
     address made of its own (to/parallel/ode-2.html), and what lies there leads on. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <!-- From a page to the other texts it is parallel to, and to them side by side. -->
  <xsl:function name="fp:parallel-links" as="element()*">
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="own" as="xs:string" select="$v:source || substring($file, string-length($document) + 1)"/>
    <xsl:for-each select="$edition/*/e:parallel/e:text[@id = $v:source][fp:is-on(@part, $nodes)]">
      <xsl:variable name="whole" as="xs:boolean" select="$own = @id || '.html'"/>
      <xsl:for-each select="../e:text except .">
        <a href="{if ($whole) then @id || '.html' else string-join(('to', ../@id, @id, $own), '/')}">
          <xsl:sequence select="fp:name-of-text(.)"/>
        </a>
      </xsl:for-each>
      <a href="{if ($whole) then ../@id || '.html' else 'to/' || ../@id || '/' || $own}">{
        (../@title[. != ''], f:label('parallel'))[1]}</a>
    </xsl:for-each>
  </xsl:function>

  <!-- Is a part of a document, if one is named, on a page? -->
  <xsl:function name="fp:is-on" as="xs:boolean">
    <xsl:param name="part" as="attribute()"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="
        exists($nodes[normalize-space()])
        and ($part = '' or exists($nodes/(ancestor-or-self::* | descendant::*)[@xml:id = $part]))"/>
  </xsl:function>

  <!-- The name of its language, if no other of the texts is in it; else its title. -->
  <xsl:function name="fp:name-of-text" as="item()+">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="texts" as="element()+"
        select="$text/../e:text/key('fp:document', @id, root($text))"/>
    <xsl:variable name="own" as="element()" select="key('fp:document', $text/@id, root($text))"/>
    <xsl:variable name="tag" as="xs:string?" select="f:tag($own/@language)"/>
    <xsl:choose>
      <xsl:when test="$tag = $v:languages and count($texts[f:tag(@language) = $tag]) = 1">
        <xsl:attribute name="lang" select="$tag"/>
        <xsl:sequence select="f:label-in('language-name', $tag)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string($own/@title)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <!-- What leads on from each page of each text; `files` has the files of rows by their ids. -->
  <xsl:template name="tp:turns" as="empty-sequence()">
    <xsl:param name="files" as="map(xs:string, xs:string)"/>
    <xsl:variable name="set" as="element()" select="."/>
    <xsl:for-each select="e:column">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:for-each-group group-by="string(@file)"
          select="$set/e:row/e:cell[$at]/e:unit[@file != $set/e:column[$at]/@file]">
        <xsl:variable name="row" as="element()" select="../.."/>
        <xsl:call-template name="tp:turn-page">
          <xsl:with-param name="name" select="$set/@id || '/' || current-grouping-key()"/>
          <xsl:with-param name="place" select="
              $files(generate-id($row)) || (.//@id)[1] ! ('#' || fp:prefix($at) || .)"/>
        </xsl:call-template>
        <xsl:for-each select="$set/e:column[position() != $at]">
          <xsl:call-template name="tp:turn-page">
            <xsl:with-param name="name" select="
                string-join(($set/@id, substring-before(@file, '.'), current-grouping-key()), '/')"/>
            <xsl:with-param name="place"
                select="fp:nearest-place($row, count(preceding-sibling::e:column) + 1)"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:for-each>
  </xsl:template>

  <!-- The place of a text in a row, or in the nearest row that it is in. -->
  <xsl:function name="fp:nearest-place" as="xs:string">
    <xsl:param name="row" as="element()"/>
    <xsl:param name="column" as="xs:integer"/>
    <xsl:sequence select="
        ($row ! (., following-sibling::e:row, reverse(preceding-sibling::e:row))
          ! e:cell[$column]/e:unit[1] ! fp:unit-href(.), $row/../e:column[$column]/@file)[1]"/>
  </xsl:function>
  <xsl:function name="fp:unit-href" as="xs:string">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="$unit/@file || (($unit//@id ! string(), tokenize($unit/@ids))[1] ! ('#' || .))"/>
  </xsl:function>

  <!-- A page that leads on. -->
  <xsl:template name="tp:turn-page" as="empty-sequence()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="place" as="xs:string"/>
    <xsl:variable name="href" as="xs:string" select="
        string-join(tokenize($name, '/') ! '../') || $place"/>
    <xsl:result-document href="to/{$name}" format="fp:page">
      <html>
        <xsl:sequence select="fp:of-reader()"/>
        <head>
          <meta charset="UTF-8"/>
          <meta name="viewport" content="width=device-width, initial-scale=1"/>
          <meta name="robots" content="noindex"/>
          <meta http-equiv="refresh" content="0; url={$href}"/>
          <title>{f:label('parallel')}</title>
        </head>
        <body>
          <main>
            <h1>{f:label('parallel')}</h1>
            <p><a href="{$href}">{$place}</a></p>
          </main>
        </body>
      </html>
    </xsl:result-document>
  </xsl:template>
</xsl:stylesheet>
