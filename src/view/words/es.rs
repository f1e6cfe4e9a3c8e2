//! Interface texts in Spanish.

use super::Words;

pub(super) const WORDS: Words = Words {
    language: "es",
    #[cfg(not(target_arch = "wasm32"))]
    skip_to_content: "Ir al contenido",
    sections: "Secciones",
    lead_stories: "En portada",
    latest: "Lo último",
    section: "Sección",
    topic: "Tema",
    topics: "Temas",
    author: "Firma",
    archive: "Hemeroteca",
    #[cfg(not(target_arch = "wasm32"))]
    stories: &[("one", "{count} artículo"), ("other", "{count} artículos")],
    by: "Por {names}",
    and: " y ",
    comma: ", ",
    updated: "Actualizado",
    live: "En directo",
    #[cfg(not(target_arch = "wasm32"))]
    reading_time: &[
        ("one", "{minutes} min de lectura"),
        ("many", "{minutes} min de lectura"),
        ("other", "{minutes} min de lectura"),
    ],
    more_in_section: "Más en {section}",
    related: "Noticias relacionadas",
    see_also: "Lea también",
    correction: "Corrección",
    key_points: "Claves",
    fact_box: "En breve",
    timeline: "Cronología",
    footnotes: "Notas",
    back_to_text: "Volver al texto",
    gallery: "Galería",
    picture_credit: "Foto: {credit}",
    table: "Tabla",
    audio: "Audio",
    video: "Vídeo",
    download_audio: "Descargar el audio",
    download_video: "Descargar el vídeo",
    transcript: "Transcripción",
    load_embed: "Cargar desde {provider}",
    embed_notice: "Se establecerá conexión con {provider}, que puede instalar cookies.",
    unsupported_block: "Esta parte del artículo ({kind}) no se puede mostrar aquí.",
    faulty_block: "Esta parte del artículo contiene un error y no se puede mostrar.",
    page: "Página {page} de {pages}",
    pagination: "Paginación",
    newer: "Más recientes",
    older: "Anteriores",
    not_found_title: "Esta página no existe",
    not_found_text: "Puede que el artículo haya cambiado de sitio o que la dirección tenga una errata. En la portada está toda la edición de hoy.",
    front_page: "Portada",
    licence: "Licencia",
    contact: "Contacto",
    loading: "Cargando el artículo…",
    loaded: "{title}, página cargada",
    error_title: "La página no ha llegado",
    error_offline: "Parece que no hay conexión. Lo que estaba leyendo sigue aquí.",
    error_timeout: "La página ha tardado demasiado en llegar. Lo que estaba leyendo sigue aquí.",
    error_broken: "Lo que ha llegado no es una página de este periódico.",
    error_server: "El servidor ha respondido con un error ({status}).",
    retry: "Reintentar",
    dismiss: "Cerrar",
    open_as_link: "Abrir como página normal",
    #[cfg(not(target_arch = "wasm32"))]
    draft: "Borrador",
    #[cfg(not(target_arch = "wasm32"))]
    scheduled: "Programado",
    #[cfg(not(target_arch = "wasm32"))]
    search: "Buscar",
    #[cfg(not(target_arch = "wasm32"))]
    search_words: "Palabras que buscar",
    #[cfg(not(target_arch = "wasm32"))]
    search_places: "Todos los artículos, por sección y fecha",
    #[cfg(not(target_arch = "wasm32"))]
    found: "Artículos encontrados: {count}",
    #[cfg(not(target_arch = "wasm32"))]
    found_nothing: "Ningún artículo contiene esas palabras. Pruebe con menos, o con otras.",
    #[cfg(not(target_arch = "wasm32"))]
    more_found: "Más artículos",
    #[cfg(not(target_arch = "wasm32"))]
    narrow: "Acotar la búsqueda",
    #[cfg(not(target_arch = "wasm32"))]
    any: "Cualquiera",
    #[cfg(not(target_arch = "wasm32"))]
    year: "Año",
    #[cfg(not(target_arch = "wasm32"))]
    in_language: "Idioma",
    #[cfg(not(target_arch = "wasm32"))]
    error_search: "No se ha podido completar la búsqueda: no ha llegado una parte del índice. Las secciones y la hemeroteca, más abajo, llevan a todos los artículos.",
};
