<?xml version="1.0" encoding="UTF-8"?>
<!-- Images: where they lie, what they show in words, in which widths there are any. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:x-octavo:diagnostics"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:mp="urn:x-octavo:modes-private">

  <xsl:key name="fp:image" match="e:image" use="@url"/>

  <xsl:template match="graphic" as="element()">
    <xsl:variable name="text" as="xs:string" select="f:image-text(.)"/>
    <xsl:if test="not($text)">
      <xsl:message>
        <d:diagnostic code="HTM002" severity="warning" path="{path(.)}" source="html"
            hint="describe it in &lt;figDesc> for readers who cannot see it"
            >this image has no description</d:diagnostic>
      </xsl:message>
    </xsl:if>
    <img src="{f:image(@url)}" alt="{$text}">
      <xsl:sequence select="f:image-widths(@url, '(min-width: 48rem) 39rem, 94vw')"/>
      <xsl:attribute name="class" select="f:class(.)"/>
      <xsl:if test="exists(@xml:id)">
        <xsl:attribute name="id" select="f:id(.)"/>
      </xsl:if>
    </img>
  </xsl:template>

  <!-- The description of an image, else the heading of its figure. -->
  <xsl:function name="f:image-text" as="xs:string" visibility="public">
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="
        (($graphic/desc, $graphic/../figDesc, $graphic/../head) ! f:plain(node())[.], '')[1]"/>
  </xsl:function>

  <!-- What is known of an image of the edition; nothing for one from elsewhere. -->
  <xsl:function name="f:known-image" as="element()?" visibility="public">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:sequence select="
        if (exists($images)) then key('fp:image', string($url), $images)[1] else ()"/>
  </xsl:function>

  <!-- Where an image lies in the site: images of the edition are copied to images/. -->
  <xsl:function name="f:image" as="xs:string" visibility="public">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:variable name="folder" as="xs:string"
        select="replace(($edition/*/@images, 'images')[1], '^.*/', '') || '/'"/>
    <xsl:variable name="plain" select="normalize-space($url)" as="xs:string"/>
    <xsl:sequence select="
        if (matches($plain, '^https?:')) then iri-to-uri($plain)
        else if (f:known-image($url)) then $to-root || f:known-image($url)/@href
        else $to-root || 'images/' || encode-for-uri(tokenize($plain, '/')[last()])[
          not(contains('/' || $plain, '/' || $folder))]
          || string-join(tokenize(substring-after('/' || $plain, '/' || $folder), '/')
              [. != ('', '..')] ! encode-for-uri(.), '/')"/>
  </xsl:function>

  <!-- The smallest version of an image, for lists. -->
  <xsl:function name="f:thumbnail" as="xs:string" visibility="public">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:sequence select="(f:known-image($url)/e:version[1]/@href ! ($to-root || .), f:image($url))[1]"/>
  </xsl:function>

  <!-- The widths an image comes in, for a browser to choose from, and its size, so that
       the page does not move when it arrives. `sizes` says how wide it is shown. -->
  <xsl:function name="f:image-widths" as="attribute()*" visibility="public">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:param name="sizes" as="xs:string"/>
    <xsl:for-each select="f:known-image($url)[@width]">
      <xsl:sequence select="@width, @height"/>
      <xsl:if test="e:version">
        <xsl:attribute name="srcset" select="string-join(
            (e:version, .[@width &lt;= 2600]) ! ($to-root || @href || ' ' || @width || 'w'), ', ')"/>
        <xsl:attribute name="sizes" select="$sizes"/>
      </xsl:if>
      <xsl:attribute name="loading" select="'lazy'"/>
      <xsl:attribute name="decoding" select="'async'"/>
    </xsl:for-each>
  </xsl:function>
  <!-- What the list of illustrations says of a figure. -->
  <xsl:template match="figure" mode="mp:extract" as="element()">
    <e:figure href="{fp:from-outside(.)}" url="{f:thumbnail((.//graphic)[1]/@url)}"
        alt="{f:image-text((.//graphic)[1])}" title="{head[1] ! f:plain(.)}"
        credit="{(bibl, note, p, ab)[1] ! f:plain(.)}"/>
  </xsl:template>
</xsl:stylesheet>
