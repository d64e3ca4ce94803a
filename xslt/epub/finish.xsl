<?xml version="1.0" encoding="UTF-8"?>
<!-- Finish: links that lead nowhere become words, languages are marked twice.

     A link of the web edition may lead to what the book does not hold: an entry of a
     register that this text never names, a reading that is not shown. XML readers of
     the files look for xml:lang, readers of HTML for lang. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:epub="http://www.idpf.org/2007/ops">

  <xsl:key name="ep:place" match="*[@id]" use="ancestor::e:file/@name || '#' || @id"/>
  <xsl:key name="ep:file" match="e:file" use="@name"/>

  <xsl:mode name="ep:finish" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:function name="ep:finished" as="document-node()">
    <xsl:param name="book" as="document-node()"/>
    <xsl:apply-templates select="$book" mode="ep:finish"/>
  </xsl:function>

  <xsl:template match="a[@href][not(matches(@href, '^[a-z]+:'))]" mode="ep:finish" as="element()">
    <xsl:variable name="file" as="xs:string"
        select="(substring-before(@href || '#', '#')[.], ancestor::e:file/@name)[1]"/>
    <xsl:variable name="fragment" select="substring-after(@href, '#')" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="empty(key('ep:file', $file))">
        <span>
          <xsl:apply-templates select="@* except (@href, @role, @epub:*), node()" mode="#current"/>
        </span>
      </xsl:when>
      <xsl:when test="$fragment and empty(key('ep:place', $file || '#' || $fragment))">
        <a href="{$file}">
          <xsl:apply-templates select="@* except @href, node()" mode="#current"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A link without words shows where it leads. -->
  <xsl:template match="a[matches(@href, '^[a-z]+:')][not(normalize-space() or *)]"
      mode="ep:finish" as="element()">
    <a>
      <xsl:apply-templates select="@*" mode="#current"/>
      <span class="gen">{@href}</span>
    </a>
  </xsl:template>

  <xsl:template match="@lang" mode="ep:finish" as="attribute()+">
    <xsl:sequence select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>
  <xsl:template match="@class[not(normalize-space())] | @tabindex" mode="ep:finish"
      as="empty-sequence()"/>
</xsl:stylesheet>
