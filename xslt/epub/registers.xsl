<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers: the persons, places and works this text names, with the chapters. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:template name="ep:register-files" as="element()*">
    <xsl:param name="outline" as="element()*"/>
    <xsl:variable name="extracts" as="document-node()" select="ep:occurring(., $outline)"/>
    <xsl:variable name="named" as="xs:string*"
        select="distinct-values($extracts//e:name/tokenize(@keys))"/>
    <xsl:for-each-group select="$edition/*/e:entry[@id = $named][$v:register-files(@kind)]"
        group-by="@kind">
      <xsl:variable name="name" select="$v:register-files(current-grouping-key())"/>
      <e:file name="{$name}" title="{f:label(substring-before($name, '.'))}" kind="register">
        <xsl:call-template name="tp:register">
          <xsl:with-param name="entries" select="current-group()"/>
          <xsl:with-param name="extracts" select="$extracts"/>
        </xsl:call-template>
      </e:file>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Every name that an entry explains: which entry, on which page, where. -->
  <xsl:function name="ep:occurring" as="document-node()">
    <xsl:param name="root" as="element()"/>
    <xsl:param name="outline" as="element()*"/>
    <xsl:document>
      <e:extracts>
        <e:extract id="{$document}" title="{f:document-title(root($root))}">
          <e:outline>
            <xsl:sequence select="$outline"/>
          </e:outline>
          <xsl:for-each select="
              if ($edition/*/e:entry) then $root//text//*[@ref][f:id(.)][not(f:is-hidden(.))]
              else ()">
            <e:name keys="{tokenize(@ref) ! replace(., '^.*#', '')}"
                href="{fp:from-outside(.)}" page="{f:page-of(.) ! f:id(.)}"/>
          </xsl:for-each>
        </e:extract>
      </e:extracts>
    </xsl:document>
  </xsl:function>

  <!-- The title of the page on which a name stands. -->
  <xsl:key name="fp:outline-part" match="e:part" use="../ancestor-or-self::e:extract/@id || ' ' || @id"/>
  <xsl:function name="fp:place-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="fp:title-of-page($name/../@id || ' ' || $name/@page, $name/..)"/>
  </xsl:function>
  <xsl:function name="fp:title-of-page" as="xs:string" cache="yes">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="extract" as="element()"/>
    <xsl:sequence select="
        (key('fp:outline-part', $page, root($extract))/@title ! string(),
         string($extract/@title))[1]"/>
  </xsl:function>

  <!-- The chapters that name an entry, each leading to the first place in it. -->
  <xsl:template name="tp:occurrences" as="element()">
    <xsl:param name="names" as="element()*"/>
    <p class="occurrences">
      <xsl:for-each-group select="$names" group-adjacent="string(@page)">
        <xsl:if test="position() gt 1"> · </xsl:if>
        <a href="{@href}">{fp:place-name(.)}</a>
        <xsl:if test="count(current-group()) gt 1">
          <xsl:text> ({count(current-group())})</xsl:text>
        </xsl:if>
      </xsl:for-each-group>
    </p>
  </xsl:template>
</xsl:stylesheet>
