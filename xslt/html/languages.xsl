<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: from a page to the same page with labels and menus in another language.

     Each language has pages of its own, so that the choice needs no script and lasts. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private">

  <!-- The languages to choose from, that of this page among them; none if it is the only one. -->
  <xsl:function name="fp:language-switch" as="element()?">
    <xsl:param name="file" as="xs:string"/>
    <xsl:variable name="offered" as="element()*" select="$edition/*/e:language"/>
    <xsl:if test="exists($offered) and $file != ''">
      <nav class="languages" aria-label="{f:label('language')}">
        <ul>
          <xsl:for-each select="$offered">
            <li>
              <a href="{fp:in-language(., $file)}" lang="{@tag}" hreflang="{@tag}">
                <xsl:if test="@current">
                  <xsl:attribute name="aria-current" select="'true'"/>
                </xsl:if>
                <xsl:sequence select="f:label-in('language-name', @tag)"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- The same for the head of the page, where search engines look. -->
  <xsl:function name="fp:language-links" as="element()*">
    <xsl:param name="file" as="xs:string"/>
    <xsl:for-each select="$edition/*/e:language[not(@current)][$file != '']">
      <link rel="alternate" hreflang="{@tag}" href="{fp:in-language(., $file)}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:in-language" as="xs:string">
    <xsl:param name="language" as="element()"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:sequence select="
        if ($language/@current) then $file else $to-root || $language/@folder || $file"/>
  </xsl:function>
</xsl:stylesheet>
