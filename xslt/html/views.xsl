<?xml version="1.0" encoding="UTF-8"?>
<!-- Views: from a page to the same place in the other views of the text: edited, as on the
     page, as a witness has it, as a facsimile. -->
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

  <!-- The name of the document without that of the view. -->
  <xsl:variable name="v:source" as="xs:string"
      select="($views/*/e:view[1]/@id ! string(), $document)[1]"/>

  <!-- The way to the other views of a page; nothing if there are none. -->
  <xsl:template name="tp:views" as="element()?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="file" as="xs:string" select="f:file(($nodes/self::text, .)[1])"/>
    <xsl:variable name="views" as="element()*" select="fp:view-links($file, root(.))"/>
    <xsl:variable name="groups" as="element()*" select="
        fp:group(($views[not(@class = 'witness')], fp:scan-link($nodes))),
        fp:group((fp:witness-link(root(.)), $views[@class = 'witness'])),
        fp:group(fp:parallel-links($file, $nodes))"/>
    <xsl:if test="exists($groups)">
      <nav class="views" aria-label="{f:label('views')}">
        <xsl:sequence select="$groups"/>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Links of a kind, a line between them and those of another. -->
  <xsl:function name="fp:group" as="element()?">
    <xsl:param name="links" as="element()*"/>
    <xsl:where-populated>
      <span class="group">
        <xsl:for-each select="$links">
          <xsl:sequence select="."/>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </span>
    </xsl:where-populated>
  </xsl:function>

  <!-- A link to each view of the page in a file; `here` is that file. -->
  <xsl:function name="fp:view-links" as="element()*">
    <xsl:param name="here" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="rest" as="xs:string" select="substring($here, string-length($document) + 1)"/>
    <xsl:variable name="offered" as="element()*" select="$views/*/e:view"/>
    <xsl:if test="count($offered) gt 1">
      <xsl:for-each select="$offered">
        <a href="{@id}{$rest}">
          <xsl:if test="@kind = 'witness'">
            <xsl:attribute name="class" select="'witness'"/>
          </xsl:if>
          <xsl:if test="@id = $document">
            <xsl:attribute name="aria-current" select="'page'"/>
          </xsl:if>
          <xsl:sequence select="fp:view-name(., $root)"/>
        </a>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:view-name" as="xs:string">
    <xsl:param name="view" as="element()"/>
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="
        if ($view/@kind = 'witness') then f:siglum($view/@witness, $root)
        else if ($view/@kind = 'diplomatic') then f:label('diplomatic-view')
        else if ($view/../e:view/@kind = 'witness') then f:label('edited-text')
        else f:label('reading-view')"/>
  </xsl:function>

  <xsl:function name="fp:witness-link" as="element()?">
    <xsl:param name="root" as="node()"/>
    <xsl:if test="$views/*/e:view/@kind = 'witness'">
      <a href="{fp:witness-file($root)}">{f:label('witnesses')}</a>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
