<?xml version="1.0" encoding="UTF-8"?>
<!-- Apart: entries of an apparatus that stand apart from their text, and their places in it.

     They name a line (loc="3.12"), or two ends (from="#a" to="#b"), or stand themselves
     at one of the ends. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private">

  <!-- Lines and divisions by their numbers, alone and after those around: 12, 3.12. -->
  <xsl:key name="fp:numbered" use="fp:loci(.)"
      match="text//l | text//p | text//ab | text//div[@n] | text//lg[@n] | text//lb[@n]"/>
  <xsl:key name="fp:entry-at" match="app[f:is-apart(.)]"
      use="(@to, @from)[1] ! substring-after(., '#')"/>

  <xsl:function name="fp:loci" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="own" as="xs:string" select="
        ($element/@n ! string(), string(f:number($element,
            if ($element/self::l) then 'line' else 'paragraph')))[1]"/>
    <xsl:variable name="above" as="xs:string*" select="
        $element/ancestor::*[self::div or self::div1 or self::div2 or self::lg][@n]/@n ! string()"/>
    <xsl:sequence select="$own,
        for $at in 1 to count($above) return string-join(($above[position() ge $at], $own), '.')"/>
  </xsl:function>

  <!-- Are there entries apart in the document? -->
  <xsl:function name="fp:has-apart" as="xs:boolean" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="exists($root//app[f:is-apart(.)])"/>
  </xsl:function>

  <!-- The entries apart that belong to a page; of a whole text, those it does not list. -->
  <xsl:function name="fp:apart" as="element()*">
    <xsl:param name="page" as="element()"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="
        if ($nodes/self::text) then root($page)//app[f:is-apart(.)][not(ancestor::listApp/ancestor::text)]
        else fp:apart-by-page(root($page))(generate-id($page))"/>
  </xsl:function>
  <xsl:function name="fp:apart-by-page" as="map(xs:string, element()+)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:map>
      <xsl:for-each-group select="$root//app[f:is-apart(.)]"
          group-by="string(generate-id(f:page-of(fp:app-place(.))))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- Entries in the order of their places. -->
  <xsl:function name="fp:in-order" as="element()*">
    <xsl:param name="inside" as="element()*"/>
    <xsl:param name="apart" as="element()*"/>
    <xsl:variable name="places" as="element()*" select="($inside, $apart ! fp:app-place(.)) | ()"/>
    <xsl:variable name="by-place" as="map(xs:string, element()*)">
      <xsl:map>
        <xsl:for-each-group select="$apart" group-by="generate-id(fp:app-place(.))">
          <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="
        $places ! (.[self::app][not(f:is-apart(.))], $by-place(generate-id(.)))"/>
  </xsl:function>

  <!-- The place of an entry: itself, or the place it names. -->
  <xsl:function name="fp:app-place" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        (fp:ends($entry)[1],
         if (f:is-apart($entry)) then fp:at-locus($entry) else (), $entry)[1]"/>
  </xsl:function>
  <xsl:function name="fp:at-locus" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="locus" as="xs:string?" select="
        $entry/@loc ! replace(tokenize(normalize-space(.), '\s*[-–]\s*')[1], '[\s,:;/]+', '.')"/>
    <xsl:sequence select="
        if ($entry/ancestor::listApp or empty($entry/ancestor::*[self::l or self::p or self::ab]))
        then $locus ! key('fp:numbered', ., root($entry))[1] else ()"/>
  </xsl:function>

  <!-- The ends of the words an entry is about: from, then to, if it names them. -->
  <xsl:function name="fp:ends" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="f:target($entry/@from), f:target($entry/@to)"/>
  </xsl:function>

  <!-- The entries whose words end at an element. -->
  <xsl:function name="fp:entries-at" as="element()*">
    <xsl:param name="end" as="element()"/>
    <xsl:sequence select="$end/@xml:id ! key('fp:entry-at', ., root($end))"/>
  </xsl:function>

  <!-- The texts between the ends of an entry, the second of which may be the entry itself. -->
  <xsl:function name="fp:between" as="text()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="from" as="element()?" select="fp:ends($entry)[1]"/>
    <xsl:variable name="to" as="element()?"
        select="(fp:ends($entry)[2], $entry[not(ancestor::listApp)][. >> $from], $from)[1]"/>
    <xsl:variable name="around" as="element()?"
        select="($from/ancestor-or-self::* intersect $to/ancestor-or-self::*)[last()]"/>
    <xsl:sequence select="
        $around//text()[. >> $from][. &lt;&lt; $to or ancestor::*[. is $to]]
          [not(ancestor::app or ancestor::note)]"/>
  </xsl:function>
</xsl:stylesheet>
